import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** A server that speaks MongoDB's protocol, in memory, on loopback: `StartMongo.java PORT`. */
class StartMongo {
  /** Its own newest says wire version 8; today's driver wants 9, whose messages are the same. */
  static final MongoVersion VERSION =
      new MongoVersion() {
        public List<Integer> getVersionArray() {
          return List.of(4, 4, 0);
        }

        public int getWireVersion() {
          return 9;
        }
      };

  public static void main(String[] words) {
    new MongoServer(new MemoryBackend().version(VERSION)).bind("127.0.0.1", Integer.parseInt(words[0]));
  }
}
