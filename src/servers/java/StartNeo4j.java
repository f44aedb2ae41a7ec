import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j out of its own artifacts, on loopback: `StartNeo4j.java FOLDER PORT`. */
class StartNeo4j {
  public static void main(String[] words) {
    var at = new SocketAddress("127.0.0.1", Integer.parseInt(words[1]));
    var server = new DatabaseManagementServiceBuilder(Path.of(words[0]))
        .setConfig(GraphDatabaseSettings.auth_enabled, false)
        .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, at)
        .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
  }
}
