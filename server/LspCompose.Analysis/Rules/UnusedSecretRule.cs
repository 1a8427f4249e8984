namespace LspCompose.Analysis.Rules;

/// <summary>A secret no service gets.</summary>
internal sealed class UnusedSecretRule : UnusedDeclarationRule
{
    public override string Id => "unused-secret";

    public override string Title => "A declared secret is given to no service.";

    public override string Explanation =>
        """
        A secret reaches a container only when the service lists it under `secrets`, and an image build only when it stands under `build.secrets`. A declaration
        alone does nothing: `/run/secrets/NAME` does not exist.

        Give it to a service, or remove it.

        Services of inactive profiles count, and so do all files of the project. Files that may be fragments of a larger project (override files, files that others
        include or extend) are not judged.
        """;

    public override string BadExample =>
        """
        services:
          db:
            image: postgres
            environment:
              POSTGRES_PASSWORD_FILE: /run/secrets/db_password

        secrets:
          db_password:
            environment: DB_PASSWORD
        """;

    public override string GoodExample =>
        """
        services:
          db:
            image: postgres
            environment:
              POSTGRES_PASSWORD_FILE: /run/secrets/db_password
            secrets:
              - db_password

        secrets:
          db_password:
            environment: DB_PASSWORD
        """;

    protected override string Section => "secrets";

    protected override string Kind => "secret";
}
