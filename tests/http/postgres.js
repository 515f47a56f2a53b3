// Where the tests keep a server's store: in a folder's SQLite or, with MINGBAI_TEST_DATABASE=postgres://… (tests/postgres/with
// gives one), in a database of its own there for each folder. The same tests run on both.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const serve = fileURLToPath(new URL("../postgres/serve", import.meta.url));
const programs = "/usr/lib/postgresql/15/bin/";

export const onPostgres = Boolean(process.env.MINGBAI_TEST_DATABASE);

// A reason to skip what speaks of SQLite's file.
export const needsFile = { skip: onPostgres && "there is no file of SQLite" };

// The rows of a statement, fields parted by "|".
export function sql(address, text) {
  const done = spawnSync(`${programs}psql`, ["--no-psqlrc", "-qAt", "-v", "ON_ERROR_STOP=1", address, "-c", text], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim();
}

const made = new Map();

// The address of a database; made when it is not there yet.
export function databaseOf(name, server = process.env.MINGBAI_TEST_DATABASE) {
  const database = `store_${name.replace(/\W/g, "_").toLowerCase()}_${Buffer.from(name).toString("hex").slice(-24)}`;
  const address = server.replace(/\/postgres\?/, `/${database}?`);
  if (!made.has(address)) {
    sql(server, `CREATE DATABASE ${database}`);
    made.set(address, { server, database, name });
  }
  return address;
}

export function forget(folder) {
  for (const [address, { server, database, name }] of made) {
    if (name !== path.basename(folder)) continue;
    made.delete(address);
    sql(server, `DROP DATABASE ${database} WITH (FORCE)`);
  }
}

// The words after a command that name the store which belongs to a folder.
export const storeOf = (folder) => (onPostgres ? ["--database", databaseOf(path.basename(folder))] : ["--data", folder]);

// A PostgreSQL of its own, to be stopped, killed and started again; `disk`: where it stands on (tests/postgres/small_disk.js).
export class Cluster {
  static async start({ folder, disk } = {}) {
    const cluster = new Cluster();
    cluster.disk = disk;
    cluster.folder = folder ?? (await mkdtemp(path.join(tmpdir(), "mingbai-postgres-")));
    cluster.address = `postgres://mingbai@/postgres?host=${cluster.folder}`;
    await cluster.begin();
    return cluster;
  }

  async begin() {
    const [command, ...words] = [...(this.disk?.within ?? []), serve, this.folder];
    const limit = this.disk?.blocks ? { MINGBAI_POSTGRES_BLOCKS: String(this.disk.blocks) } : {};
    this.process = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...limit } });
    let said = "";
    this.process.stderr.on("data", (bytes) => (said += bytes));
    for (const until = Date.now() + 60000; ; ) {
      if (spawnSync(`${programs}pg_isready`, ["-q", "-h", this.folder]).status === 0) return;
      if (this.process.exitCode !== null || Date.now() > until) throw new Error(`PostgreSQL did not start: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  // Whether it went down for good: after a crash it may still be trying to come back.
  async isGone() {
    for (const until = Date.now() + 60000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (this.process.exitCode !== null || this.process.signalCode !== null) return true;
      if (spawnSync(`${programs}pg_isready`, ["-q", "-h", this.folder]).status === 0 || Date.now() > until) return false;
    }
  }

  async end(signal = "SIGINT") {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill(signal);
    await ended;
  }

  async stop() {
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }
}
