import { startMachine } from './machine.ts';

// Makes another machine, with something that runs there, tells the name of its cable, and waits to be killed.
const machine = await startMachine();
if (typeof machine === 'string') throw new Error(machine);
machine.start('sleep', ['1000']);
console.log(machine.cable);
setInterval(() => {}, 1000);
