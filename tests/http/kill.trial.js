// The trial in full: node tests/http/kill.trial.js [ROUNDS]   (500, or 5 without MINGBAI_TRIALS=full)

import { inWords, killTrial, passed } from "./kill.js";

const rounds = Number(process.argv[2] ?? (process.env.MINGBAI_TRIALS === "full" ? 500 : 5));
const figures = await killTrial(rounds, (round) => process.stderr.write(`\r${round}/${rounds}`));
process.stderr.write("\n");
console.log(inWords(figures));
process.exitCode = passed(figures) ? 0 : 1;
