// Each function tries to start, signal or change a process, or to read what is not its own.
const childProcess = require('node:child_process');
const os = require('node:os');

exports.spawn = () => childProcess.spawnSync('/bin/echo', ['started']).stdout?.toString();
exports.spawnDetached = () =>
  new Promise((resolve) => {
    const child = childProcess.spawn('/bin/sleep', ['30'], { detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false)).on('spawn', () => resolve(child.pid));
  });
exports.exec = () => childProcess.execSync('echo started').toString();
exports.fork = () => childProcess.fork('/dev/null').pid;
exports.cluster = () => require('node:cluster').fork().process.pid;
exports.execve = () => process.execve?.('/bin/echo', ['echo', 'replaced']);
exports.signal = ({ process: pid }) => process.kill(pid, 'SIGTERM');
exports.signalParent = () => process.kill(process.ppid, 0);
exports.signalInner = ({ process: pid }) => process._kill(pid, 15) === 0;
exports.signalRestored = ({ process: pid }) => {
  delete process.kill;
  Object.defineProperty(process, 'kill', { value: Object.getPrototypeOf(process).kill });
  return process.kill?.(pid, 'SIGTERM');
};
exports.debugProcess = ({ process: pid }) => process._debugProcess(pid) === undefined;
exports.priority = ({ process: pid }) => os.setPriority(pid, 10) === undefined;
exports.changeUser = () => process.setuid(65534) === undefined;
exports.addon = () => process.dlopen({ exports: {} }, '/usr/lib/x86_64-linux-gnu/libc.so.6') === undefined;
exports.binding = () => process.binding('spawn_sync');
exports.flags = () => require('node:v8').setFlagsFromString('--allow-natives-syntax') === undefined;
exports.environment = () => process.env.AIRLAB_TEST_SECRET;
exports.environmentOfReport = () => process.report.getReport().environmentVariables.AIRLAB_TEST_SECRET;
exports.environmentSize = () =>
  Object.keys(process.env)
    .filter((name) => !['TZ', 'PWD', 'SystemRoot'].includes(name))
    .join();
exports.arguments = ({ secret }) =>
  [...process.argv, ...process.execArgv].find((word) => word.includes(secret));
exports.testRunner = ({ script }) =>
  new Promise((resolve) => {
    const stream = require('node:test').run({ files: [script] });
    stream.on('test:pass', () => resolve(true)).on('error', () => resolve(false));
    setTimeout(resolve, 500);
  });
