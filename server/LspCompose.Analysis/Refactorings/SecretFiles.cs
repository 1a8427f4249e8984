using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Which variables images read from a file as well.</summary>
internal static class SecretFiles
{
    // By repository; NAME_FILE is read instead of NAME.
    private static readonly Dictionary<string, string[]> ReadFromFile = new(StringComparer.Ordinal)
    {
        ["postgres"] = ["POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_INITDB_ARGS"],
        ["postgis/postgis"] = ["POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_INITDB_ARGS"],
        ["mysql"] = ["MYSQL_ROOT_PASSWORD", "MYSQL_ROOT_HOST", "MYSQL_DATABASE", "MYSQL_USER", "MYSQL_PASSWORD"],
        ["mariadb"] = ["MARIADB_ROOT_PASSWORD", "MARIADB_DATABASE", "MARIADB_USER", "MARIADB_PASSWORD", "MYSQL_ROOT_PASSWORD", "MYSQL_DATABASE", "MYSQL_USER", "MYSQL_PASSWORD"],
        ["mongo"] = ["MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_PASSWORD"],
        ["wordpress"] = ["WORDPRESS_DB_PASSWORD", "WORDPRESS_DB_USER", "WORDPRESS_DB_NAME", "WORDPRESS_AUTH_KEY", "WORDPRESS_SECURE_AUTH_KEY", "WORDPRESS_LOGGED_IN_KEY", "WORDPRESS_NONCE_KEY"],
        ["redmine"] = ["REDMINE_DB_PASSWORD", "REDMINE_DB_USERNAME", "REDMINE_SECRET_KEY_BASE"],
        ["nextcloud"] = ["NEXTCLOUD_ADMIN_PASSWORD", "NEXTCLOUD_ADMIN_USER", "MYSQL_PASSWORD", "MYSQL_USER", "POSTGRES_PASSWORD", "POSTGRES_USER"],
        ["minio/minio"] = ["MINIO_ROOT_PASSWORD", "MINIO_ROOT_USER"],
        ["influxdb"] = ["DOCKER_INFLUXDB_INIT_PASSWORD", "DOCKER_INFLUXDB_INIT_USERNAME", "DOCKER_INFLUXDB_INIT_ADMIN_TOKEN"],
    };

    /// <summary>True when an image reads a variable from the file that NAME_FILE names.</summary>
    public static bool Serve(string image, string name) => ReadFromFile.TryGetValue(ImageReference.Repository(image), out var names) && names.Contains(name);
}
