// Each function tries to reach files and returns a truthy proof when it did.
const fs = require('node:fs');
const module_ = require('node:module');
const { pathToFileURL } = require('node:url');

const asUrl = (path) => pathToFileURL(path);

exports.readPasswd = () => fs.readFileSync('/etc/passwd', 'utf8');
exports.readSecret = ({ secret }) => fs.readFileSync(secret, 'utf8');
exports.readSecretUpwards = ({ secret }) => fs.readFileSync(`../../../../../..${secret}`, 'utf8');
exports.readThroughLink = ({ link }) => fs.readFileSync(link, 'utf8');
exports.readByUrl = ({ secret }) => fs.readFileSync(asUrl(secret), 'utf8');
exports.readByBuffer = ({ secret }) => fs.readFileSync(Buffer.from(secret), 'utf8');
exports.readByBytes = ({ secret }) => fs.readFileSync(new TextEncoder().encode(secret), 'utf8');
exports.readByPromise = ({ secret }) => fs.promises.readFile(secret, 'utf8');
exports.readByCallback = ({ secret }) =>
  new Promise((resolve) => fs.readFile(secret, 'utf8', (_error, text) => resolve(text)));
exports.readByDescriptor = ({ secret }) => {
  const file = fs.openSync(secret, 'r');
  return fs.readFileSync(file, 'utf8');
};
exports.readByHandle = async ({ secret }) => (await fs.promises.open(secret)).readFile('utf8');
exports.readByStream = async ({ secret }) => {
  for await (const chunk of fs.createReadStream(secret)) return String(chunk);
};
exports.readByBlob = async ({ secret }) => (await fs.openAsBlob(secret)).text();
exports.readSolution = ({ repository }) =>
  fs.readFileSync(`${repository}/solutions/exercise-pm25.ts`, 'utf8');
exports.readThroughRoot = ({ secret }) => fs.readFileSync(`/proc/self/root${secret}`, 'utf8');
exports.readOwnEnvironment = () => fs.readFileSync('/proc/self/environ', 'utf8');
exports.readParentEnvironment = () => fs.readFileSync(`/proc/${process.ppid}/environ`, 'utf8');
exports.readFirstEnvironment = () => fs.readFileSync('/proc/1/environ', 'utf8');
exports.readMemory = () => fs.openSync('/proc/self/mem', 'r+');
exports.readDescriptors = () => fs.readdirSync('/proc/self/fd').join();
exports.listRoot = () => fs.readdirSync('/').join();
exports.listProcesses = () => fs.readdirSync('/proc').join();
exports.listFolder = async ({ folder }) => (await fs.promises.opendir(folder)).read();
exports.listByPattern = ({ folder }) => fs.globSync?.(`${folder}/*`).join();
exports.statSecret = ({ secret }) => fs.statSync(secret).size;
exports.existsSecret = ({ secret }) => fs.existsSync(secret);
exports.realPathOfLink = ({ link }) => fs.realpathSync.native(link);
exports.watchFolder = ({ folder }) => fs.watch(folder).close() === undefined;
exports.copySecret = ({ secret, folder }) => fs.copyFileSync(secret, `${folder}/copied`) === undefined;

exports.requireSecret = ({ script }) => module_.createRequire(`${script}/..`)(script);
exports.requireMain = ({ script }) => process.mainModule.require(script);
exports.requireLoad = ({ script }) => module_._load(script);
exports.importSecret = async ({ script }) => (await import(asUrl(script).href)).default;
exports.importSecretByPath = async ({ script }) => (await import(script)).default;
exports.importFromData = async ({ secret }) => {
  const code = `import { readFileSync } from 'node:fs'; export default readFileSync(${JSON.stringify(secret)}, 'utf8')`;
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
};
exports.requireGrader = ({ repository }) =>
  module_.createRequire(`${repository}/x.js`)('./grader/bin/grade.mjs');
exports.loadEnvironmentFile = ({ secret }) =>
  process.loadEnvFile?.(secret) === undefined && process.env.HIDDEN;
exports.readInNewContext = ({ secret }) => {
  const outer = require('node:vm').runInNewContext('this.constructor.constructor("return process")()', {});
  return outer.getBuiltinModule?.('fs').readFileSync(secret, 'utf8');
};
exports.openDatabase = ({ folder }) => {
  const { DatabaseSync } = require('node:sqlite');
  return new DatabaseSync(`${folder}/own.db`).exec('create table t (x)') === undefined;
};
exports.attachDatabase = ({ folder }) => {
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(':memory:');
  return database.exec(`attach '${folder}/attached.db' as a; create table a.t (x)`) === undefined;
};
exports.backupDatabase = async ({ folder }) => {
  const { DatabaseSync, backup } = require('node:sqlite');
  return backup(new DatabaseSync(':memory:'), `${folder}/backup.db`);
};
exports.webAssemblySystem = ({ folder }) => {
  const { WASI } = require('node:wasi');
  return new WASI({ version: 'preview1', preopens: { '/': folder } });
};

exports.write = ({ folder }) => fs.writeFileSync(`${folder}/written`, 'x') === undefined;
exports.writeTemporary = () => fs.mkdtempSync(`${require('node:os').tmpdir()}/escaped-`);
exports.writeShared = () => fs.writeFileSync('/dev/shm/escaped', 'x') === undefined;
exports.append = ({ victim }) => fs.appendFileSync(victim, 'x') === undefined;
exports.truncate = ({ victim }) => fs.truncateSync(victim) === undefined;
exports.unlink = ({ victim }) => fs.unlinkSync(victim) === undefined;
exports.rename = ({ victim }) => fs.renameSync(victim, `${victim}.moved`) === undefined;
exports.chmod = ({ victim }) => fs.chmodSync(victim, 0o777) === undefined;
exports.utimes = ({ victim }) => fs.utimesSync(victim, 1, 1) === undefined;
exports.symlink = ({ victim, folder }) => fs.symlinkSync(victim, `${folder}/linked`) === undefined;
exports.hardLink = ({ victim, folder }) => fs.linkSync(victim, `${folder}/hard`) === undefined;
exports.makeFolder = ({ folder }) => fs.mkdirSync(`${folder}/made`) === undefined;
exports.removeFolder = ({ inner }) => fs.rmSync(inner, { recursive: true }) === undefined;
exports.copyFolder = ({ inner, folder }) =>
  fs.cpSync(inner, `${folder}/copy`, { recursive: true }) === undefined;
exports.heapSnapshot = ({ folder }) => require('node:v8').writeHeapSnapshot(`${folder}/heap`);
exports.diagnosticReport = ({ folder }) => process.report.writeReport(`${folder}/report`);
exports.compileCache = ({ folder }) => module_.enableCompileCache?.(`${folder}/cache`).status === 1;
exports.traceEvents = () =>
  require('node:trace_events')
    .createTracing({ categories: ['node'] })
    .enable() === undefined;
exports.cpuProfile = () => {
  const session = new (require('node:inspector').Session)();
  session.connect();
  return session;
};
exports.inspectorEvaluates = () =>
  new Promise((resolve, reject) => {
    const session = new (require('node:inspector').Session)();
    session.connect();
    session.post('Runtime.evaluate', { expression: '1' }, (error) => (error ? reject(error) : resolve(true)));
  });
exports.foreignLibrary = () => require('node:ffi').dlopen('libc.so.6', {});
exports.engine = ({ script }) => require('node:crypto').setEngine(script) === undefined;
exports.engineOfTls = ({ script }) =>
  require('node:tls').createSecureContext({ privateKeyEngine: script, privateKeyIdentifier: 'key' });
