#!/usr/bin/env python3
"""The benchmark W1: run.py [--quick] settles the same 100,000 invented claims by Mingbai, by hand-written C++ and by every
peer, holds each checksum against whole-number arithmetic, for six other seeds too, and writes the whole table of this one
run into docs/numbers.md, with what is met and what is missed.

Built before by `cmake --build … --target w1` natively and for wasm. Everything counts seconds of the processor, the best of
several; the limit and ours take turns, so that a busy machine is busy for both. --quick leaves out the peers and writes nothing.
"""

import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
HERE, WORK = "tests/bench/w1", "build/w1"
sys.path[:0] = [os.path.join(ROOT, HERE), os.path.join(ROOT, "tests/bench")]
import numbers_table  # noqa: E402
import peers  # noqa: E402

CHECKSUM = 1046958751247  # of the 100,000 claims of the first seed, as published with the benchmark
SEEDS = (1, 7, 42, 2019, 20210903, 4294967295)
ROUNDS = 9
PEOPLE = 1000000
SIMULATE = ["build/bin/mingbai", "simulate", "--policy", "zhongshan,zhongshan-level-1-deductible", "--population", str(PEOPLE),
            "--seed", "7", "--statuses", "in_force,assumed"]


def output(command, **more):
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False, **more)
    except (OSError, subprocess.TimeoutExpired) as failure:
        print(f"# {' '.join(command)}: {failure}")
        return ""
    if run.returncode:
        print(f"# {' '.join(command)}: {run.stderr.strip().splitlines()[-1:]}")
    return run.stdout


class Measure:
    """Rates by name, each checked: a wrong sum ends the benchmark."""

    def __init__(self, folder):
        self.checksums = {rows: peers.fingerprint(f"{folder}/claims.json", rows) for rows in (500, 2000, 5000, 20000, 100000)}

    def __call__(self, rates, command, suffix="", **more):
        for name, rate, checksum in re.findall(r"^([\w-]+) ([\d.]+) (\d+)(?:\s|$)", output(command, **more), re.M):
            if name != "csv-lines" and int(checksum) not in self.checksums.values():
                sys.exit(f"{name}: wrong checksum {checksum}")
            rates.setdefault(name + suffix, []).append(float(rate))


def bundle():
    files = {}
    for place, _, names in os.walk(f"{HERE}/policies"):
        for name in names:
            path = os.path.join(place, name)
            with open(path, encoding="utf-8") as file:
                files[os.path.relpath(path, f"{HERE}/policies")] = json.load(file)
    with open(f"{WORK}/bundle.json", "w", encoding="utf-8") as file:
        json.dump({"files": files}, file)


def claims(folder, *seed):
    subprocess.run(["node", f"{HERE}/claims.mjs", folder, "100000", *map(str, seed)], check=True)
    return folder


def ours(folder, *what, node=False):
    program = ["node", "build/wasm/w1-batch.cjs"] if node else ["build/bin/w1_batch"]
    return [*program, f"{WORK}/bundle.json", f"{folder}/claims.csv", f"{folder}/mingbai.csv", *what]


def one_round(rates, measure, folder):
    for machine in ("portable", "avx2"):
        measure(rates, [f"build/bin/w1_limit_{machine}", f"{folder}/claims.csv", f"-{machine}"])
        measure(rates, ours(folder, machine))
    measure(rates, ["node", "build/wasm/w1-limit.cjs", f"{folder}/claims.csv", "-wasm"])
    measure(rates, ours(folder, "portable", node=True), suffix="-wasm")
    measure(rates, ["build/bin/w1_csv_limit", f"{folder}/mingbai.csv"])
    measure(rates, ours(folder, "csv"))


def simulated():
    """Processor seconds and megabytes of a million people under two policies, and how many claims they had."""
    process = subprocess.Popen(SIMULATE, stdout=subprocess.PIPE)
    answer = json.loads(process.stdout.read())
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, answer["claims"]


def main(*flags):
    os.chdir(ROOT)
    os.makedirs(WORK, exist_ok=True)
    bundle()
    for seed in SEEDS:
        folder = claims(f"{WORK}/seed", seed)
        one_round({}, Measure(folder), folder)
        print(f"# seed {seed}: every sum the same", flush=True)
    measure, rates = Measure(claims(WORK)), {}
    if measure.checksums[100000] != CHECKSUM:
        sys.exit("these are not the claims of the benchmark")
    for number in range(ROUNDS):
        one_round(rates, measure, WORK)
        print(f"# round {number + 1} of {ROUNDS}", flush=True)
    for _ in range(3):
        measure(rates, ours(WORK, "single"))
    if "--quick" not in flags:
        peers.measure_all(rates, measure, HERE, WORK, CHECKSUM)
    packs = [float(ms) for _ in range(5) for ms in
             re.findall(r"packs-ms ([\d.]+)", output(["build/bin/w1_packs", "build/native/generated/policies.json"]))]
    people = [simulated() for _ in range(3)]
    made = numbers_table.settling(rates, min(packs), min(people), PEOPLE, len(SEEDS), CHECKSUM, " ".join(SIMULATE))
    if "--quick" in flags:
        print(made)
    else:
        numbers_table.write("make bench, settling", made)


if __name__ == "__main__":
    main(*sys.argv[1:])
