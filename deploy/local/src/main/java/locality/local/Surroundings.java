package locality.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the services stand on: a database each, Kafka and an issuer, either our own or given from
/// outside.
record Surroundings(
        Map<String, Database> databases,
        String kafka,
        boolean kafkaIsOurs,
        String issuer,
        String clientSecret) {

    record Database(String url, String owner, String ownerPassword, String user, String password) {}

    static Surroundings own(
            Postgres postgres,
            Passwords passwords,
            Map<Port, Integer> ports,
            List<String> services) {
        var databases = new java.util.LinkedHashMap<String, Database>();
        for (var name : services) {
            databases.put(
                    name,
                    new Database(
                            postgres.url(name),
                            Databases.owner(name),
                            passwords.of(Databases.owner(name)),
                            Databases.user(name),
                            passwords.of(Databases.user(name))));
        }
        return new Surroundings(
                databases,
                "127.0.0.1:" + ports.get(Port.KAFKA),
                true,
                "http://localhost:" + ports.get(Port.ISSUER) + "/" + Issuer.ID,
                passwords.of("oidc-client"));
    }

    /// @throws CannotStart naming every variable that is missing
    static Surroundings given(
            Map<String, String> environment, Passwords passwords, List<String> services) {
        var missing = new ArrayList<String>();
        var databases = new java.util.LinkedHashMap<String, Database>();
        for (var name : services) {
            var prefix = name.toUpperCase(Locale.ROOT) + "_DATABASE_";
            databases.put(
                    name,
                    new Database(
                            value(environment, prefix + "URL", missing),
                            value(environment, prefix + "OWNER", missing),
                            value(environment, prefix + "OWNER_PASSWORD", missing),
                            value(environment, prefix + "USER", missing),
                            value(environment, prefix + "PASSWORD", missing)));
        }
        var kafka = value(environment, "KAFKA_BOOTSTRAP_SERVERS", missing);
        var issuer = value(environment, "OIDC_ISSUER", missing);
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "--external uses servers that are already there; set "
                            + String.join(", ", missing)
                            + ".");
        }
        var secret = environment.getOrDefault("OIDC_CLIENT_SECRET", "");
        return new Surroundings(
                databases,
                kafka,
                false,
                issuer,
                secret.isBlank() ? passwords.of("oidc-client") : secret);
    }

    private static String value(
            Map<String, String> environment, String variable, List<String> missing) {
        var value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            missing.add(variable);
        }
        return value;
    }
}
