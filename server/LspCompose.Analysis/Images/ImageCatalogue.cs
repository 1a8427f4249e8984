namespace LspCompose.Analysis.Images;

/// <summary>
/// The images everybody knows, as data. To add one, add an entry; what is not sure stays out. A <see cref="ReadyService"/> must start as it is once its variables are set.
/// </summary>
internal static class ImageCatalogue
{
    private static readonly KnownPath EntryScripts = new("/docker-entrypoint-initdb.d", "scripts run when the data is created", KnownPathKind.Given);

    /// <summary>The images, those most often run first.</summary>
    public static IReadOnlyList<KnownImage> All { get; } =
    [
        new("postgres", "PostgreSQL, a relational database.")
        {
            Like = ["postgis/postgis", "timescale/timescaledb", "timescale/timescaledb-ha", "pgvector/pgvector", "bitnami/postgresql"],
            Tags = ["17", "17-alpine", "18", "18-alpine", "16", "16-alpine", "15", "latest"],
            Ports = [new(5432, "PostgreSQL")],
            Variables =
            [
                new("POSTGRES_PASSWORD", "Password of the superuser; the image asks for it."),
                new("POSTGRES_USER", "Name of the superuser.", "postgres"),
                new("POSTGRES_DB", "Database created at the first start; named like the user unless told otherwise."),
                new("POSTGRES_PASSWORD_FILE", "File the password is read from, such as a secret.", "/run/secrets/postgres_password"),
                new("POSTGRES_INITDB_ARGS", "Arguments for `initdb`.", "--data-checksums"),
                new("POSTGRES_HOST_AUTH_METHOD", "How connections from other hosts prove who they are.", "scram-sha-256"),
                new("PGDATA", "Folder of the data."),
            ],
            Paths = [new("/var/lib/postgresql/data", "data up to version 17"), new("/var/lib/postgresql", "data from version 18 on"), EntryScripts],
            HealthCommand = "pg_isready -h 127.0.0.1 -U \"$${POSTGRES_USER:-postgres}\"",
            Users = ["postgres"],
            Service = new("postgres", "17", """
                environment:
                  POSTGRES_DB: app
                  POSTGRES_USER: app
                  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?Set POSTGRES_PASSWORD in .env}
                volumes:
                  - postgres-data:/var/lib/postgresql/data
                """),
        },
        new("redis", "Redis, a store of keys and values in memory.")
        {
            Like = ["redis/redis-stack-server", "bitnami/redis"],
            Tags = ["8", "8-alpine", "7", "7-alpine", "latest"],
            Ports = [new(6379, "Redis")],
            Variables = [new("REDIS_ARGS", "Arguments for the server (Redis Stack).")],
            Paths = [new("/data", "snapshots and the append-only file"), new("/usr/local/etc/redis/redis.conf", "configuration, named in `command`", KnownPathKind.Given)],
            HealthCommand = "redis-cli ping | grep PONG",
            Users = ["redis"],
            Service = new("redis", "8-alpine", """
                command: ["redis-server", "--appendonly", "yes"]
                volumes:
                  - redis-data:/data
                """) { StartPeriod = "10s" },
        },
        new("valkey/valkey", "Valkey, a store of keys and values in memory; the free continuation of Redis.")
        {
            Tags = ["8", "8-alpine", "9", "9-alpine", "latest"],
            Ports = [new(6379, "Valkey")],
            Variables = [new("VALKEY_EXTRA_FLAGS", "Arguments for the server.")],
            Paths = [new("/data", "snapshots and the append-only file")],
            HealthCommand = "valkey-cli ping | grep PONG",
            Users = ["valkey"],
            Service = new("valkey", "8-alpine", """
                command: ["valkey-server", "--appendonly", "yes"]
                volumes:
                  - valkey-data:/data
                """) { StartPeriod = "10s" },
        },
        new("mysql", "MySQL, a relational database.")
        {
            Like = ["mysql/mysql-server", "percona"],
            Tags = ["8.4", "9", "8.0", "lts", "latest"],
            Ports = [new(3306, "MySQL"), new(33060, "MySQL X protocol")],
            Variables =
            [
                new("MYSQL_ROOT_PASSWORD", "Password of root; the image asks for it or one of its alternatives."),
                new("MYSQL_DATABASE", "Database created at the first start."),
                new("MYSQL_USER", "User created at the first start, with all rights on that database."),
                new("MYSQL_PASSWORD", "Password of that user."),
                new("MYSQL_ROOT_PASSWORD_FILE", "File the password of root is read from, such as a secret.", "/run/secrets/mysql_root_password"),
                new("MYSQL_RANDOM_ROOT_PASSWORD", "Makes a password for root up and logs it.", "yes"),
                new("MYSQL_ALLOW_EMPTY_PASSWORD", "Lets root in without a password.", "yes"),
            ],
            Paths = [new("/var/lib/mysql", "data"), EntryScripts, new("/etc/mysql/conf.d", "configuration", KnownPathKind.Given)],
            HealthCommand = "mysqladmin ping -h 127.0.0.1 --silent",
            Users = ["mysql"],
            Service = new("mysql", "8.4", """
                environment:
                  MYSQL_DATABASE: app
                  MYSQL_USER: app
                  MYSQL_PASSWORD: ${MYSQL_PASSWORD:?Set MYSQL_PASSWORD in .env}
                  MYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD:?Set MYSQL_ROOT_PASSWORD in .env}
                volumes:
                  - mysql-data:/var/lib/mysql
                """),
        },
        new("mariadb", "MariaDB, a relational database; compatible with MySQL.")
        {
            Tags = ["11.8", "11.4", "10.11", "lts", "latest"],
            Ports = [new(3306, "MariaDB")],
            Variables =
            [
                new("MARIADB_ROOT_PASSWORD", "Password of root; the image asks for it or one of its alternatives."),
                new("MARIADB_DATABASE", "Database created at the first start."),
                new("MARIADB_USER", "User created at the first start, with all rights on that database."),
                new("MARIADB_PASSWORD", "Password of that user."),
                new("MARIADB_ROOT_PASSWORD_FILE", "File the password of root is read from, such as a secret.", "/run/secrets/mariadb_root_password"),
                new("MARIADB_RANDOM_ROOT_PASSWORD", "Makes a password for root up and logs it.", "yes"),
                new("MARIADB_AUTO_UPGRADE", "Upgrades the system tables when they are older than the server.", "1"),
            ],
            Paths = [new("/var/lib/mysql", "data"), EntryScripts, new("/etc/mysql/conf.d", "configuration", KnownPathKind.Given)],
            HealthCommand = "healthcheck.sh --connect --innodb_initialized",
            Users = ["mysql"],
            Service = new("mariadb", "11.8", """
                environment:
                  MARIADB_DATABASE: app
                  MARIADB_USER: app
                  MARIADB_PASSWORD: ${MARIADB_PASSWORD:?Set MARIADB_PASSWORD in .env}
                  MARIADB_ROOT_PASSWORD: ${MARIADB_ROOT_PASSWORD:?Set MARIADB_ROOT_PASSWORD in .env}
                volumes:
                  - mariadb-data:/var/lib/mysql
                """),
        },
        new("mongo", "MongoDB, a database of documents.")
        {
            Like = ["mongodb/mongodb-community-server"],
            Tags = ["8", "8.0", "7", "latest"],
            Ports = [new(27017, "MongoDB")],
            Variables =
            [
                new("MONGO_INITDB_ROOT_USERNAME", "User with all rights, created at the first start.", "root"),
                new("MONGO_INITDB_ROOT_PASSWORD", "Password of that user."),
                new("MONGO_INITDB_DATABASE", "Database the scripts of the first start work on."),
                new("MONGO_INITDB_ROOT_PASSWORD_FILE", "File the password is read from, such as a secret.", "/run/secrets/mongo_root_password"),
            ],
            Paths = [new("/data/db", "data"), new("/data/configdb", "metadata of a sharded cluster"), EntryScripts],
            HealthCommand = "mongosh --quiet --eval \"db.adminCommand('ping').ok\" | grep 1",
            Users = ["mongodb"],
            Service = new("mongo", "8", """
                environment:
                  MONGO_INITDB_ROOT_USERNAME: root
                  MONGO_INITDB_ROOT_PASSWORD: ${MONGO_ROOT_PASSWORD:?Set MONGO_ROOT_PASSWORD in .env}
                volumes:
                  - mongo-data:/data/db
                  - mongo-config:/data/configdb
                """),
        },
        new("rabbitmq", "RabbitMQ, a broker of messages.")
        {
            Tags = ["4-management", "4-management-alpine", "4", "4-alpine", "3-management", "latest"],
            Ports = [new(5672, "AMQP"), new(15672, "management page"), new(5671, "AMQP over TLS"), new(15692, "metrics")],
            Variables =
            [
                new("RABBITMQ_DEFAULT_USER", "User created at the first start.", "app"),
                new("RABBITMQ_DEFAULT_PASS", "Password of that user."),
                new("RABBITMQ_DEFAULT_VHOST", "Virtual host created at the first start.", "/"),
                new("RABBITMQ_ERLANG_COOKIE", "Secret the nodes of a cluster share."),
            ],
            Paths = [new("/var/lib/rabbitmq", "data"), new("/etc/rabbitmq/rabbitmq.conf", "configuration", KnownPathKind.Given), new("/etc/rabbitmq/definitions.json", "users, queues and exchanges", KnownPathKind.Given)],
            HealthCommand = "rabbitmq-diagnostics -q ping",
            Users = ["rabbitmq"],
            Service = new("rabbitmq", "4-management", """
                hostname: rabbitmq
                environment:
                  RABBITMQ_DEFAULT_USER: app
                  RABBITMQ_DEFAULT_PASS: ${RABBITMQ_PASSWORD:?Set RABBITMQ_PASSWORD in .env}
                ports:
                  - "127.0.0.1:15672:15672"
                volumes:
                  - rabbitmq-data:/var/lib/rabbitmq
                """),
        },
        new("nginx", "nginx, a web server and reverse proxy.")
        {
            Like = ["nginxinc/nginx-unprivileged"],
            Tags = ["stable", "stable-alpine", "alpine", "mainline", "latest"],
            Ports = [new(80, "HTTP"), new(443, "HTTPS")],
            Variables = [new("NGINX_HOST", "Read by templates that mention it."), new("NGINX_PORT", "Read by templates that mention it.", "80"), new("NGINX_ENVSUBST_OUTPUT_DIR", "Folder filled-in templates go to.", "/etc/nginx/conf.d")],
            Paths =
            [
                new("/usr/share/nginx/html", "files to serve", KnownPathKind.Given), new("/etc/nginx/nginx.conf", "configuration", KnownPathKind.Given), new("/etc/nginx/conf.d", "configuration of sites", KnownPathKind.Given),
                new("/etc/nginx/templates", "templates of configuration", KnownPathKind.Given), new("/var/cache/nginx", "cache"), new("/etc/nginx/certs", "certificates", KnownPathKind.Given),
            ],
            HealthCommand = "curl -sS -o /dev/null http://127.0.0.1/",
            Users = ["nginx"],
            Service = new("nginx", "stable-alpine", """
                ports:
                  - "8080:80"
                volumes:
                  - ./html:/usr/share/nginx/html:ro
                """) { StartPeriod = "5s" },
        },
        new("traefik", "Traefik, a reverse proxy that finds its services by their labels.")
        {
            Tags = ["v3", "v3.6", "v2.11", "latest"],
            Ports = [new(80, "HTTP"), new(443, "HTTPS"), new(8080, "dashboard")],
            Variables = [new("TRAEFIK_PROVIDERS_DOCKER", "Finds services by the labels of their containers.", "true"), new("TRAEFIK_PING", "Answers health checks.", "true"), new("TRAEFIK_LOG_LEVEL", "How much is logged.", "INFO")],
            Paths = [new("/var/run/docker.sock", "socket of the engine", KnownPathKind.Given), new("/etc/traefik", "configuration", KnownPathKind.Given), new("/letsencrypt", "certificates")],
            HealthCommand = "traefik healthcheck --ping",
            Service = new("traefik", "v3", """
                command:
                  - --ping=true
                  - --providers.docker=true
                  - --providers.docker.exposedbydefault=false
                  - --entrypoints.web.address=:80
                ports:
                  - "80:80"
                volumes:
                  - /var/run/docker.sock:/var/run/docker.sock:ro
                  - traefik-certificates:/letsencrypt
                """) { StartPeriod = "5s" },
        },
        new("caddy", "Caddy, a web server that gets its certificates itself.")
        {
            Tags = ["2", "2-alpine", "latest"],
            Ports = [new(80, "HTTP"), new(443, "HTTPS"), new(443, "HTTP/3", "udp"), new(2019, "administration")],
            Paths = [new("/data", "certificates"), new("/config", "saved configuration"), new("/etc/caddy/Caddyfile", "configuration", KnownPathKind.Given), new("/etc/caddy", "configuration", KnownPathKind.Given), new("/srv", "files to serve", KnownPathKind.Given)],
            HealthCommand = "wget -q -O /dev/null http://127.0.0.1:2019/config/",
            Service = new("caddy", "2-alpine", """
                ports:
                  - "80:80"
                  - "443:443"
                  - "443:443/udp"
                volumes:
                  - caddy-data:/data
                  - caddy-config:/config
                """) { StartPeriod = "5s" },
        },
        new("memcached", "Memcached, a cache in memory.")
        {
            Tags = ["1-alpine", "1", "latest"],
            Ports = [new(11211, "Memcached")],
            HealthCommand = "(echo version; echo quit) | nc 127.0.0.1 11211 | grep VERSION",
            Users = ["memcache"],
            Service = new("memcached", "1-alpine", """
                command: ["memcached", "-m", "64"]
                """) { StartPeriod = "5s" },
        },
        new("docker.elastic.co/elasticsearch/elasticsearch", "Elasticsearch, a search engine.")
        {
            Like = ["elasticsearch"],
            Tags = ["9.2.0", "8.19.0"],
            Ports = [new(9200, "HTTP"), new(9300, "between nodes")],
            Variables =
            [
                new("discovery.type", "Runs a single node.", "single-node"), new("ELASTIC_PASSWORD", "Password of the user `elastic`."), new("xpack.security.enabled", "Asks for passwords and certificates.", "true"),
                new("xpack.security.http.ssl.enabled", "Serves HTTPS instead of HTTP.", "false"), new("ES_JAVA_OPTS", "Options of the virtual machine, such as its memory.", "-Xms512m -Xmx512m"),
                new("bootstrap.memory_lock", "Keeps the memory from being swapped out.", "true"), new("cluster.name", "Name of the cluster."), new("node.name", "Name of the node."),
            ],
            Paths = [new("/usr/share/elasticsearch/data", "data"), new("/usr/share/elasticsearch/config/elasticsearch.yml", "configuration", KnownPathKind.Given)],
            HealthCommand = "curl -fsS -u \"elastic:$$ELASTIC_PASSWORD\" \"http://127.0.0.1:9200/_cluster/health?wait_for_status=yellow&timeout=3s\"",
            Users = ["elasticsearch"],
            Service = new("elasticsearch", "9.2.0", """
                environment:
                  discovery.type: single-node
                  xpack.security.http.ssl.enabled: "false"
                  ELASTIC_PASSWORD: ${ELASTIC_PASSWORD:?Set ELASTIC_PASSWORD in .env}
                  ES_JAVA_OPTS: -Xms512m -Xmx512m
                volumes:
                  - elasticsearch-data:/usr/share/elasticsearch/data
                """) { StartPeriod = "60s" },
        },
        new("opensearchproject/opensearch", "OpenSearch, a search engine; the free continuation of Elasticsearch.")
        {
            Tags = ["3", "2", "latest"],
            Ports = [new(9200, "HTTPS"), new(9600, "performance analyser")],
            Variables =
            [
                new("discovery.type", "Runs a single node.", "single-node"), new("OPENSEARCH_INITIAL_ADMIN_PASSWORD", "Password of the user `admin`; must be a strong one."), new("OPENSEARCH_JAVA_OPTS", "Options of the virtual machine, such as its memory.", "-Xms512m -Xmx512m"),
                new("DISABLE_SECURITY_PLUGIN", "Serves HTTP without passwords.", "true"), new("bootstrap.memory_lock", "Keeps the memory from being swapped out.", "true"),
            ],
            Paths = [new("/usr/share/opensearch/data", "data"), new("/usr/share/opensearch/config/opensearch.yml", "configuration", KnownPathKind.Given)],
            HealthCommand = "curl -fsSk -u \"admin:$$OPENSEARCH_INITIAL_ADMIN_PASSWORD\" https://127.0.0.1:9200/_cluster/health",
            Users = ["opensearch"],
            Service = new("opensearch", "3", """
                environment:
                  discovery.type: single-node
                  OPENSEARCH_INITIAL_ADMIN_PASSWORD: ${OPENSEARCH_PASSWORD:?Set a strong OPENSEARCH_PASSWORD in .env}
                  OPENSEARCH_JAVA_OPTS: -Xms512m -Xmx512m
                volumes:
                  - opensearch-data:/usr/share/opensearch/data
                """) { StartPeriod = "60s" },
        },
        new("minio/minio", "MinIO, a store of objects that speaks S3.")
        {
            Like = ["quay.io/minio/minio"],
            Tags = ["RELEASE.2025-09-07T16-13-09Z", "latest"],
            Ports = [new(9000, "S3"), new(9001, "console")],
            Variables = [new("MINIO_ROOT_USER", "Name of the administrator.", "minio"), new("MINIO_ROOT_PASSWORD", "Password of the administrator, eight characters at least."), new("MINIO_BROWSER_REDIRECT_URL", "Where browsers reach the console.")],
            Paths = [new("/data", "objects")],
            HealthCommand = "mc ready local",
            Service = new("minio", "RELEASE.2025-09-07T16-13-09Z", """
                command: ["server", "/data", "--console-address", ":9001"]
                environment:
                  MINIO_ROOT_USER: minio
                  MINIO_ROOT_PASSWORD: ${MINIO_ROOT_PASSWORD:?Set MINIO_ROOT_PASSWORD in .env}
                ports:
                  - "127.0.0.1:9000:9000"
                  - "127.0.0.1:9001:9001"
                volumes:
                  - minio-data:/data
                """) { StartPeriod = "10s" },
        },
        new("apache/kafka", "Kafka, a log of events.")
        {
            Like = ["apache/kafka-native"],
            Tags = ["4.1.0", "4.0.0", "3.9.1", "latest"],
            Ports = [new(9092, "Kafka"), new(9093, "controller")],
            Variables =
            [
                new("KAFKA_NODE_ID", "Number of the node.", "1"), new("KAFKA_PROCESS_ROLES", "What the node is.", "broker,controller"), new("KAFKA_LISTENERS", "What it listens on.", "PLAINTEXT://:9092,CONTROLLER://:9093"),
                new("KAFKA_ADVERTISED_LISTENERS", "Under which address clients reach it.", "PLAINTEXT://kafka:9092"), new("KAFKA_CONTROLLER_LISTENER_NAMES", "Which listener is the controller's.", "CONTROLLER"),
                new("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "How each listener is secured.", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"), new("KAFKA_CONTROLLER_QUORUM_VOTERS", "The controllers.", "1@localhost:9093"),
                new("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "Copies of the topic of offsets.", "1"), new("KAFKA_LOG_DIRS", "Folders of the data.", "/var/lib/kafka/data"),
            ],
            Paths = [new("/var/lib/kafka/data", "data, where `KAFKA_LOG_DIRS` says so"), new("/mnt/shared/config", "configuration", KnownPathKind.Given)],
            HealthCommand = "/opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server 127.0.0.1:9092 > /dev/null",
            Users = ["appuser"],
            Service = new("kafka", "4.1.0", """
                environment:
                  KAFKA_NODE_ID: 1
                  KAFKA_PROCESS_ROLES: broker,controller
                  KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093
                  KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092
                  KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
                  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                  KAFKA_CONTROLLER_QUORUM_VOTERS: 1@localhost:9093
                  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1
                  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: 1
                  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: 1
                  KAFKA_LOG_DIRS: /var/lib/kafka/data
                volumes:
                  - kafka-data:/var/lib/kafka/data
                """),
        },
        new("adminer", "Adminer, a page to look into databases with.")
        {
            Tags = ["5", "5-standalone", "4", "latest"],
            Ports = [new(8080, "HTTP")],
            Variables = [new("ADMINER_DEFAULT_SERVER", "Server the page proposes.", "db"), new("ADMINER_DESIGN", "Look of the page."), new("ADMINER_PLUGINS", "Plugins to load.")],
            HealthCommand = "php -r 'exit(@fsockopen(\"127.0.0.1\", 8080) ? 0 : 1);'",
            Users = ["adminer"],
            Service = new("adminer", "5", """
                ports:
                  - "127.0.0.1:8080:8080"
                """) { StartPeriod = "5s" },
        },
        new("axllent/mailpit", "Mailpit, a mail server for development that shows what it gets.")
        {
            Tags = ["v1.27", "latest"],
            Ports = [new(8025, "page"), new(1025, "SMTP")],
            Variables = [new("MP_DATABASE", "File mails are kept in.", "/data/mailpit.db"), new("MP_MAX_MESSAGES", "How many mails are kept.", "5000"), new("MP_SMTP_AUTH_ACCEPT_ANY", "Takes any user and password.", "1"), new("MP_SMTP_AUTH_ALLOW_INSECURE", "Takes passwords without TLS.", "1")],
            Paths = [new("/data", "mails, where `MP_DATABASE` says so")],
            HealthCommand = "/mailpit readyz",
            Service = new("mailpit", "v1.27", """
                environment:
                  MP_DATABASE: /data/mailpit.db
                ports:
                  - "127.0.0.1:8025:8025"
                volumes:
                  - mailpit-data:/data
                """) { StartPeriod = "5s" },
        },
        new("quay.io/keycloak/keycloak", "Keycloak, sign-on and users for applications.")
        {
            Tags = ["26.4", "26.0", "latest"],
            Ports = [new(8080, "HTTP"), new(8443, "HTTPS"), new(9000, "health and metrics")],
            Variables =
            [
                new("KC_BOOTSTRAP_ADMIN_USERNAME", "First administrator.", "admin"), new("KC_BOOTSTRAP_ADMIN_PASSWORD", "Password of the first administrator."), new("KC_HEALTH_ENABLED", "Answers health checks.", "true"), new("KC_HOSTNAME", "Where browsers reach it."),
                new("KC_DB", "Kind of database.", "postgres"), new("KC_DB_URL", "Address of the database."), new("KC_DB_USERNAME", "User of the database."), new("KC_DB_PASSWORD", "Password of that user."), new("KC_PROXY_HEADERS", "Headers of a reverse proxy to trust.", "xforwarded"),
            ],
            Paths = [new("/opt/keycloak/data", "data of the built-in database"), new("/opt/keycloak/data/import", "realms to import", KnownPathKind.Given), new("/opt/keycloak/themes", "themes", KnownPathKind.Given)],
            HealthCommand = "bash -c 'exec 3<>/dev/tcp/127.0.0.1/9000; echo -e \"GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n\" >&3; grep -q \"200 OK\" <&3'",
            Users = ["keycloak"],
            Service = new("keycloak", "26.4", """
                command: ["start-dev"]
                environment:
                  KC_BOOTSTRAP_ADMIN_USERNAME: admin
                  KC_BOOTSTRAP_ADMIN_PASSWORD: ${KEYCLOAK_ADMIN_PASSWORD:?Set KEYCLOAK_ADMIN_PASSWORD in .env}
                  KC_HEALTH_ENABLED: "true"
                ports:
                  - "127.0.0.1:8080:8080"
                volumes:
                  - keycloak-data:/opt/keycloak/data
                """) { StartPeriod = "60s" },
        },
        new("grafana/grafana", "Grafana, dashboards for metrics and logs.")
        {
            Like = ["grafana/grafana-oss", "grafana/grafana-enterprise"],
            Tags = ["12.2.0", "11.6.0", "latest"],
            Ports = [new(3000, "HTTP")],
            Variables =
            [
                new("GF_SECURITY_ADMIN_PASSWORD", "Password of the administrator."), new("GF_SECURITY_ADMIN_USER", "Name of the administrator.", "admin"), new("GF_SERVER_ROOT_URL", "Where browsers reach it."),
                new("GF_AUTH_ANONYMOUS_ENABLED", "Lets visitors in without a password.", "true"), new("GF_PLUGINS_PREINSTALL", "Plugins to install."),
            ],
            Paths = [new("/var/lib/grafana", "data"), new("/etc/grafana/provisioning", "data sources and dashboards", KnownPathKind.Given)],
            HealthCommand = "wget -q -O /dev/null http://127.0.0.1:3000/api/health",
            Users = ["grafana", "472"],
            Service = new("grafana", "12.2.0", """
                environment:
                  GF_SECURITY_ADMIN_PASSWORD: ${GRAFANA_ADMIN_PASSWORD:?Set GRAFANA_ADMIN_PASSWORD in .env}
                ports:
                  - "127.0.0.1:3000:3000"
                volumes:
                  - grafana-data:/var/lib/grafana
                """),
        },
        new("prom/prometheus", "Prometheus, collects metrics and answers questions about them.")
        {
            Like = ["quay.io/prometheus/prometheus"],
            Tags = ["v3.5.0", "v2.53.5", "latest"],
            Ports = [new(9090, "HTTP")],
            Paths = [new("/prometheus", "data"), new("/etc/prometheus/prometheus.yml", "configuration", KnownPathKind.Given)],
            HealthCommand = "wget -q -O /dev/null http://127.0.0.1:9090/-/healthy",
            Users = ["nobody"],
            Service = new("prometheus", "v3.5.0", """
                ports:
                  - "127.0.0.1:9090:9090"
                volumes:
                  - prometheus-data:/prometheus
                """),
        },
        new("node", "Node.js, runs JavaScript.") { Tags = ["24", "24-alpine", "22", "22-alpine", "22-slim", "lts", "latest"], Ports = [new(3000, "HTTP")], Variables = [new("NODE_ENV", "Says whether it runs for users.", "production"), new("NODE_OPTIONS", "Arguments for Node.js.")], Paths = [new("/app", "the application", KnownPathKind.Given)], Users = ["node"] },
        new("python", "Python.") { Tags = ["3.13", "3.13-slim", "3.13-alpine", "3.12", "3.12-slim", "3", "latest"], Ports = [new(8000, "HTTP")], Variables = [new("PYTHONUNBUFFERED", "Writes output at once.", "1"), new("PYTHONDONTWRITEBYTECODE", "Writes no `.pyc` files.", "1")], Paths = [new("/app", "the application", KnownPathKind.Given)] },
        new("alpine", "Alpine, a very small Linux.") { Tags = ["3.22", "3.21", "3", "latest"] },
        new("ubuntu", "Ubuntu, a Linux.") { Tags = ["24.04", "22.04", "latest"] },
        new("debian", "Debian, a Linux.") { Tags = ["trixie-slim", "trixie", "bookworm-slim", "bookworm", "latest"] },
        new("busybox", "The usual Unix tools in one small program.") { Tags = ["stable", "1.37", "latest"] },
        new("httpd", "Apache, a web server.")
        {
            Tags = ["2.4", "2.4-alpine", "latest"],
            Ports = [new(80, "HTTP"), new(443, "HTTPS")],
            Paths = [new("/usr/local/apache2/htdocs", "files to serve", KnownPathKind.Given), new("/usr/local/apache2/conf/httpd.conf", "configuration", KnownPathKind.Given)],
        },
        new("php", "PHP.") { Tags = ["8.4-fpm", "8.4-fpm-alpine", "8.4-apache", "8.3-fpm", "8.3-apache", "8.4-cli"], Ports = [new(9000, "FastCGI"), new(80, "HTTP")], Paths = [new("/var/www/html", "files to serve", KnownPathKind.Given)], Users = ["www-data"] },
        new("golang", "The Go tools.") { Tags = ["1.25", "1.25-alpine", "1.24", "1", "latest"], Paths = [new("/go/pkg/mod", "downloaded modules")] },
        new("rust", "The Rust tools.") { Tags = ["1", "1-slim", "1-alpine", "latest"] },
        new("ruby", "Ruby.") { Tags = ["3.4", "3.4-slim", "3.4-alpine", "3", "latest"] },
        new("eclipse-temurin", "Java, built by the Adoptium project.") { Tags = ["21-jre", "21-jre-alpine", "21-jdk", "25-jre", "25-jdk", "17-jre"], Ports = [new(8080, "HTTP")], Variables = [new("JAVA_TOOL_OPTIONS", "Options every Java program reads.", "-XX:MaxRAMPercentage=75")] },
        new("mcr.microsoft.com/dotnet/aspnet", "Runs ASP.NET applications.") { Tags = ["10.0", "9.0", "8.0", "8.0-alpine"], Ports = [new(8080, "HTTP")], Variables = [new("ASPNETCORE_ENVIRONMENT", "Says for whom it runs.", "Production"), new("ASPNETCORE_HTTP_PORTS", "Ports it listens on.", "8080")], Users = ["app"] },
        new("mcr.microsoft.com/dotnet/sdk", "The .NET tools.") { Tags = ["10.0", "9.0", "8.0"] },
        new("mcr.microsoft.com/mssql/server", "SQL Server, a relational database.")
        {
            Tags = ["2022-latest", "2019-latest"],
            Ports = [new(1433, "SQL Server")],
            Variables = [new("ACCEPT_EULA", "Accepts the licence; the image asks for it.", "Y"), new("MSSQL_SA_PASSWORD", "Password of the administrator; must be a strong one."), new("MSSQL_PID", "Edition.", "Developer")],
            Paths = [new("/var/opt/mssql", "data")],
            HealthCommand = "/opt/mssql-tools18/bin/sqlcmd -C -S 127.0.0.1 -U sa -P \"$$MSSQL_SA_PASSWORD\" -Q 'SELECT 1' -b -o /dev/null",
            Users = ["mssql"],
        },
        new("wordpress", "WordPress, web pages and blogs.")
        {
            Tags = ["6", "6-apache", "6-fpm", "latest"],
            Ports = [new(80, "HTTP")],
            Variables = [new("WORDPRESS_DB_HOST", "Host of the database.", "db"), new("WORDPRESS_DB_USER", "User of the database."), new("WORDPRESS_DB_PASSWORD", "Password of that user."), new("WORDPRESS_DB_NAME", "Name of the database.", "wordpress"), new("WORDPRESS_TABLE_PREFIX", "What names of tables begin with.", "wp_")],
            Paths = [new("/var/www/html", "the site")],
            Users = ["www-data"],
        },
        new("phpmyadmin", "phpMyAdmin, a page to look into MySQL with.") { Like = ["phpmyadmin/phpmyadmin"], Tags = ["5", "latest"], Ports = [new(80, "HTTP")], Variables = [new("PMA_HOST", "Host of the database.", "db"), new("PMA_USER", "User to sign in."), new("PMA_PASSWORD", "Password to sign in.")] },
        new("dpage/pgadmin4", "pgAdmin, a page to look into PostgreSQL with.") { Tags = ["9", "latest"], Ports = [new(80, "HTTP")], Variables = [new("PGADMIN_DEFAULT_EMAIL", "Name of the first user."), new("PGADMIN_DEFAULT_PASSWORD", "Password of the first user.")], Paths = [new("/var/lib/pgadmin", "data")], HealthCommand = "wget -q -O /dev/null http://127.0.0.1/misc/ping" },
        new("mongo-express", "A page to look into MongoDB with.") { Tags = ["1", "latest"], Ports = [new(8081, "HTTP")], Variables = [new("ME_CONFIG_MONGODB_URL", "Address of the database.", "mongodb://mongo:27017"), new("ME_CONFIG_BASICAUTH_USERNAME", "User to sign in."), new("ME_CONFIG_BASICAUTH_PASSWORD", "Password to sign in.")] },
        new("haproxy", "HAProxy, a load balancer.") { Tags = ["3.2", "3.2-alpine", "lts", "latest"], Ports = [new(80, "HTTP"), new(443, "HTTPS"), new(8404, "statistics")], Paths = [new("/usr/local/etc/haproxy/haproxy.cfg", "configuration", KnownPathKind.Given)], Users = ["haproxy"] },
        new("nats", "NATS, a broker of messages.") { Tags = ["2", "2-alpine", "latest"], Ports = [new(4222, "NATS"), new(8222, "monitoring"), new(6222, "cluster")], Paths = [new("/data", "streams, where `--store_dir` says so")], HealthCommand = "wget -q --spider http://127.0.0.1:8222/healthz" },
        new("influxdb", "InfluxDB, a database of time series.") { Tags = ["2", "2-alpine", "3-core", "1.8"], Ports = [new(8086, "HTTP")], Variables = [new("DOCKER_INFLUXDB_INIT_MODE", "Sets the database up at the first start.", "setup"), new("DOCKER_INFLUXDB_INIT_USERNAME", "First user."), new("DOCKER_INFLUXDB_INIT_PASSWORD", "Password of the first user."), new("DOCKER_INFLUXDB_INIT_ORG", "First organisation."), new("DOCKER_INFLUXDB_INIT_BUCKET", "First bucket.")], Paths = [new("/var/lib/influxdb2", "data"), new("/etc/influxdb2", "configuration")], HealthCommand = "influx ping" },
        new("clickhouse/clickhouse-server", "ClickHouse, a database for analyses.") { Like = ["clickhouse"], Tags = ["25.8", "latest"], Ports = [new(8123, "HTTP"), new(9000, "native protocol")], Variables = [new("CLICKHOUSE_USER", "User created at the first start."), new("CLICKHOUSE_PASSWORD", "Password of that user."), new("CLICKHOUSE_DB", "Database created at the first start.")], Paths = [new("/var/lib/clickhouse", "data"), new("/var/log/clickhouse-server", "logs"), EntryScripts], HealthCommand = "wget -q --spider http://127.0.0.1:8123/ping", Users = ["clickhouse"] },
        new("cassandra", "Cassandra, a distributed database.") { Tags = ["5", "4.1", "latest"], Ports = [new(9042, "CQL"), new(7000, "between nodes")], Variables = [new("CASSANDRA_CLUSTER_NAME", "Name of the cluster."), new("CASSANDRA_SEEDS", "Nodes to join by."), new("MAX_HEAP_SIZE", "Memory of the virtual machine.", "512M"), new("HEAP_NEWSIZE", "Memory for new objects.", "128M")], Paths = [new("/var/lib/cassandra", "data")], HealthCommand = "cqlsh -e 'describe cluster'", Users = ["cassandra"] },
        new("neo4j", "Neo4j, a database of graphs.") { Tags = ["5", "5-community", "latest"], Ports = [new(7474, "HTTP"), new(7687, "Bolt")], Variables = [new("NEO4J_AUTH", "User and password with a slash between, or `none`.", "none")], Paths = [new("/data", "data"), new("/logs", "logs"), new("/plugins", "plugins")], HealthCommand = "wget -q --spider http://127.0.0.1:7474", Users = ["neo4j"] },
        new("couchdb", "CouchDB, a database of documents.") { Tags = ["3", "latest"], Ports = [new(5984, "HTTP")], Variables = [new("COUCHDB_USER", "Administrator."), new("COUCHDB_PASSWORD", "Password of the administrator.")], Paths = [new("/opt/couchdb/data", "data"), new("/opt/couchdb/etc/local.d", "configuration", KnownPathKind.Given)], HealthCommand = "curl -fsS http://127.0.0.1:5984/_up", Users = ["couchdb"] },
        new("zookeeper", "ZooKeeper, keeps the members of a cluster in step.") { Tags = ["3.9", "latest"], Ports = [new(2181, "clients"), new(8080, "administration")], Variables = [new("ZOO_MY_ID", "Number of the node.", "1"), new("ZOO_SERVERS", "The nodes of the cluster."), new("ZOO_4LW_COMMANDS_WHITELIST", "Commands of four letters that are answered.", "ruok")], Paths = [new("/data", "snapshots"), new("/datalog", "log of transactions")], HealthCommand = "zkServer.sh status", Users = ["zookeeper"] },
        new("confluentinc/cp-kafka", "Kafka, built by Confluent.") { Tags = ["8.0.0", "7.9.0", "latest"], Ports = [new(9092, "Kafka")], Variables = [new("KAFKA_NODE_ID", "Number of the node.", "1"), new("KAFKA_PROCESS_ROLES", "What the node is.", "broker,controller"), new("KAFKA_ADVERTISED_LISTENERS", "Under which address clients reach it."), new("CLUSTER_ID", "Identifier of the cluster.")], Paths = [new("/var/lib/kafka/data", "data")], HealthCommand = "kafka-broker-api-versions --bootstrap-server 127.0.0.1:9092 > /dev/null", Users = ["appuser"] },
        new("hashicorp/vault", "Vault, keeps secrets.") { Like = ["vault"], Tags = ["1.20", "latest"], Ports = [new(8200, "HTTP")], Variables = [new("VAULT_ADDR", "Where it is reached.", "http://127.0.0.1:8200"), new("VAULT_DEV_ROOT_TOKEN_ID", "Token of the administrator in development mode.")], Paths = [new("/vault/file", "data"), new("/vault/config", "configuration", KnownPathKind.Given), new("/vault/logs", "logs")], HealthCommand = "vault status", Users = ["vault"] },
        new("hashicorp/consul", "Consul, knows which services there are.") { Like = ["consul"], Tags = ["1.21", "latest"], Ports = [new(8500, "HTTP"), new(8600, "DNS", "udp"), new(8600, "DNS")], Paths = [new("/consul/data", "data"), new("/consul/config", "configuration", KnownPathKind.Given)], HealthCommand = "consul members", Users = ["consul"] },
        new("quay.io/coreos/etcd", "etcd, a store of keys and values for configuration.") { Tags = ["v3.6.5", "v3.5.17"], Ports = [new(2379, "clients"), new(2380, "between nodes")], HealthCommand = "etcdctl endpoint health" },
        new("registry", "A registry for images.") { Tags = ["3", "2", "latest"], Ports = [new(5000, "HTTP")], Variables = [new("REGISTRY_STORAGE_DELETE_ENABLED", "Lets images be deleted.", "true"), new("REGISTRY_HTTP_SECRET", "Secret several registries share.")], Paths = [new("/var/lib/registry", "images")], HealthCommand = "wget -q --spider http://127.0.0.1:5000/v2/" },
        new("portainer/portainer-ce", "Portainer, a page to look after containers with.") { Tags = ["lts", "latest"], Ports = [new(9443, "HTTPS"), new(9000, "HTTP"), new(8000, "agents")], Paths = [new("/data", "data"), new("/var/run/docker.sock", "socket of the engine", KnownPathKind.Given)] },
        new("jenkins/jenkins", "Jenkins, builds and tests software.") { Tags = ["lts", "lts-jdk21", "latest"], Ports = [new(8080, "HTTP"), new(50000, "agents")], Variables = [new("JAVA_OPTS", "Options of the virtual machine."), new("JENKINS_OPTS", "Arguments for Jenkins.")], Paths = [new("/var/jenkins_home", "data")], HealthCommand = "curl -fsS http://127.0.0.1:8080/login > /dev/null", Users = ["jenkins"] },
        new("gitea/gitea", "Gitea, keeps Git repositories.") { Tags = ["1.24", "1", "latest"], Ports = [new(3000, "HTTP"), new(22, "SSH")], Variables = [new("USER_UID", "User number of the files.", "1000"), new("USER_GID", "Group number of the files.", "1000")], Paths = [new("/data", "data")], HealthCommand = "curl -fsS http://127.0.0.1:3000/api/healthz", Users = ["git"] },
        new("sonarqube", "SonarQube, looks for faults in source code.") { Tags = ["community", "lts-community", "latest"], Ports = [new(9000, "HTTP")], Variables = [new("SONAR_JDBC_URL", "Address of the database."), new("SONAR_JDBC_USERNAME", "User of the database."), new("SONAR_JDBC_PASSWORD", "Password of that user.")], Paths = [new("/opt/sonarqube/data", "data"), new("/opt/sonarqube/extensions", "plugins"), new("/opt/sonarqube/logs", "logs")], Users = ["sonarqube"] },
        new("nextcloud", "Nextcloud, files and calendars of a group.") { Tags = ["stable", "31", "fpm", "latest"], Ports = [new(80, "HTTP")], Variables = [new("POSTGRES_HOST", "Host of the database.", "db"), new("POSTGRES_DB", "Name of the database."), new("POSTGRES_USER", "User of the database."), new("POSTGRES_PASSWORD", "Password of that user."), new("NEXTCLOUD_ADMIN_USER", "First administrator."), new("NEXTCLOUD_ADMIN_PASSWORD", "Password of the first administrator."), new("NEXTCLOUD_TRUSTED_DOMAINS", "Names it is reached by.")], Paths = [new("/var/www/html", "the application and its data")], Users = ["www-data"] },
        new("ghost", "Ghost, web pages and newsletters.") { Tags = ["6", "6-alpine", "5", "latest"], Ports = [new(2368, "HTTP")], Variables = [new("url", "Where browsers reach it.", "http://localhost:2368"), new("database__client", "Kind of database.", "mysql"), new("database__connection__host", "Host of the database.", "db")], Paths = [new("/var/lib/ghost/content", "data")], Users = ["node"] },
        new("eclipse-mosquitto", "Mosquitto, a broker of MQTT messages.") { Tags = ["2", "latest"], Ports = [new(1883, "MQTT"), new(8883, "MQTT over TLS"), new(9001, "WebSockets")], Paths = [new("/mosquitto/data", "data"), new("/mosquitto/log", "logs"), new("/mosquitto/config", "configuration", KnownPathKind.Given)], HealthCommand = "mosquitto_sub -t '$$SYS/#' -C 1 -W 3", Users = ["mosquitto"] },
        new("localstack/localstack", "LocalStack, the services of AWS on your own machine.") { Tags = ["4", "stable", "latest"], Ports = [new(4566, "all services")], Variables = [new("SERVICES", "Services to start.", "s3,sqs"), new("DEBUG", "Logs more.", "1"), new("PERSISTENCE", "Keeps data (Pro).", "1")], Paths = [new("/var/lib/localstack", "data"), new("/var/run/docker.sock", "socket of the engine", KnownPathKind.Given)], HealthCommand = "curl -fsS http://127.0.0.1:4566/_localstack/health" },
        new("jaegertracing/all-in-one", "Jaeger, shows the way of requests through services.") { Like = ["jaegertracing/jaeger"], Tags = ["1.76.0", "latest"], Ports = [new(16686, "page"), new(4317, "OpenTelemetry, gRPC"), new(4318, "OpenTelemetry, HTTP")] },
        new("otel/opentelemetry-collector-contrib", "Takes traces, metrics and logs, and passes them on.") { Like = ["otel/opentelemetry-collector"], Tags = ["latest"], Ports = [new(4317, "gRPC"), new(4318, "HTTP")], Paths = [new("/etc/otelcol-contrib/config.yaml", "configuration", KnownPathKind.Given)] },
        new("grafana/loki", "Loki, collects logs.") { Tags = ["3.5.0", "latest"], Ports = [new(3100, "HTTP")], Paths = [new("/loki", "data"), new("/etc/loki/local-config.yaml", "configuration", KnownPathKind.Given)] },
        new("prom/node-exporter", "Metrics of the host for Prometheus.") { Like = ["quay.io/prometheus/node-exporter"], Tags = ["v1.9.1", "latest"], Ports = [new(9100, "metrics")] },
        new("prom/alertmanager", "Sends the alarms of Prometheus.") { Like = ["quay.io/prometheus/alertmanager"], Tags = ["v0.28.1", "latest"], Ports = [new(9093, "HTTP")], Paths = [new("/alertmanager", "data"), new("/etc/alertmanager/alertmanager.yml", "configuration", KnownPathKind.Given)] },
        new("tomcat", "Tomcat, runs Java web applications.") { Tags = ["11", "10", "9", "latest"], Ports = [new(8080, "HTTP")], Variables = [new("CATALINA_OPTS", "Options of the virtual machine.")], Paths = [new("/usr/local/tomcat/webapps", "applications", KnownPathKind.Given)] },
        new("redmine", "Redmine, projects and tickets.") { Tags = ["6", "5", "latest"], Ports = [new(3000, "HTTP")], Variables = [new("REDMINE_DB_POSTGRES", "Host of a PostgreSQL database.", "db"), new("REDMINE_DB_MYSQL", "Host of a MySQL database.", "db"), new("REDMINE_DB_PASSWORD", "Password of the database.")], Paths = [new("/usr/src/redmine/files", "files")], Users = ["redmine"] },
        new("docker", "Docker in a container.") { Tags = ["28-dind", "28-cli", "dind", "cli"], Ports = [new(2376, "engine over TLS")], Variables = [new("DOCKER_TLS_CERTDIR", "Folder certificates are made in; empty for none.", "/certs")], Paths = [new("/var/lib/docker", "images and containers"), new("/var/run/docker.sock", "socket of the engine", KnownPathKind.Given)] },
    ];
}
