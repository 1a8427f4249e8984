using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Tests.Interpolation;

public class SecretNamesTests
{
    [Theory]
    [InlineData("DB_PASSWORD")]
    [InlineData("requirepass")]
    [InlineData("PW")]
    [InlineData("db_pw")]
    [InlineData("MYSQL_PWD")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("API_KEY")]
    [InlineData("SMTP_PASS")]
    public void Secret(string name) => Assert.True(SecretNames.IsSecret(name));

    [Theory]
    [InlineData("PWD")]
    [InlineData("OLDPWD")]
    [InlineData("TAG")]
    [InlineData("KEYCLOAK_URL")]
    [InlineData("POSTGRES_PASSWORD_FILE")]
    public void No_secret(string name) => Assert.False(SecretNames.IsSecret(name));
}
