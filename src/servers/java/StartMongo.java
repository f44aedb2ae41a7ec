import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A server that speaks MongoDB's protocol, in memory, on loopback: `StartMongo.java PORT`. */
class StartMongo {
  public static void main(String[] words) {
    // Today's driver does not speak to older ones.
    var backend = new MemoryBackend().version(ServerVersion.MONGO_5_0);
    new MongoServer(backend).bind("127.0.0.1", Integer.parseInt(words[0]));
  }
}
