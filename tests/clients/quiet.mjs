// Imported first, for libraries take hold of the console as they load: standard output is for
// answers, and of all that they log only errors are worth reading.

const nothing = () => {};
Object.assign(console, { debug: nothing, info: nothing, log: nothing, trace: nothing, warn: nothing });
