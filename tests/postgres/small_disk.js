// A small disk for one PostgreSQL that can be filled and given room again: a file system in memory, seen by that PostgreSQL
// alone, so that what it is told is the system's own "no space left on device". Where nobody may mount, a limit on the length
// of files stands for it, which PostgreSQL meets with "file too large"; it is there from the start and goes with a restart.
//
//   const disk = await SmallDisk.mount(folder, 112);
//   const cluster = await Cluster.start({ folder, disk });
//   disk.fill(); … disk.free(); …  await disk.close();

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";

const MEGABYTE = 1 << 20;
const BLOCKS = (18 * MEGABYTE) / 512; // more than a segment of the log, which must not be cut

const idOf = (what) => spawnSync("id", [what, "postgres"], { encoding: "utf8" }).stdout.trim();

export class SmallDisk {
  static async mount(folder, megabytes) {
    const disk = new SmallDisk(), place = path.join(folder, "store");
    await mkdir(place, { recursive: true });
    const owner = process.getuid() === 0 ? `,uid=${idOf("-u")},gid=${idOf("-g")}` : "";
    const words = `mount -t tmpfs -o size=${megabytes}m,mode=0700${owner} none "$0" && echo mounted && exec cat`;
    // It lasts as long as `cat` has an input: until close(), or until this test is gone.
    disk.holder = spawn("unshare", ["--mount", "--propagation", "private", "sh", "-c", words, place], { stdio: ["pipe", "pipe", "ignore"] });
    const said = await Promise.race([once(disk.holder.stdout, "data"), once(disk.holder, "exit"), once(disk.holder, "error")]);
    disk.isReal = String(said[0]).includes("mounted");
    if (!disk.isReal) await rm(place, { recursive: true });
    disk.ballast = path.join(place, "ballast");
    disk.within = disk.isReal ? ["nsenter", "--target", String(disk.holder.pid), "--mount", "--"] : [];
    disk.blocks = disk.isReal ? undefined : BLOCKS;
    return disk;
  }

  #run(...words) {
    return spawnSync(this.within[0], [...this.within.slice(1), ...words], { encoding: "utf8" });
  }

  // Nothing is left.
  fill() {
    if (!this.isReal) return;
    this.#run("dd", "if=/dev/zero", `of=${this.ballast}`, "bs=64k", "oflag=append", "conv=notrunc", "status=none");
  }

  free() {
    this.blocks = undefined;
    if (this.isReal) this.#run("rm", "-f", this.ballast);
  }

  async close() {
    if (!this.isReal) return;
    const ended = once(this.holder, "exit");
    this.holder.stdin.end();
    await ended;
  }
}
