#!/usr/bin/env python3
"""The trials at full count: trials.py sync | security | postgres runs the tests that are trials, with MINGBAI_TRIALS=full,
and writes their figures into docs/numbers.md, each beside its command; with --few it runs the small counts and writes nothing.

A trial is a test that prints `figure T4: words`. The same tests run with smaller counts in `make test`.
"""

import os
import re
import subprocess
import sys
import time

import run as suite

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests/bench"))
import numbers_table  # noqa: E402

HOURS = 2


def node(*files):
    return ["node", "--test", "--test-reporter=tap", *(f"tests/{file}" for file in files)]


def cpp(names):
    return ["build/bin/mingbai_tests", names]


os.chdir(ROOT)
GROUPS = {
    "postgres": (
        ("the store's tests on PostgreSQL (T32)", [suite.BESIDE_POSTGRES, "build/bin/mingbai_tests", "-#", suite.STORE_TESTS]),
        ("those of HTTP, several servers, lost connections, a full disk (T32, T3)", suite.postgres_tests(all_of_http=True)),
    ),
    "sync": (
        ("a disk that fails at each write (T3, T11)", cpp("*disk that fails*,*failure at any write*,*migrations that fail*,*of the migrations*,*earlier version*,*change of version*")),
        ("devices in every order (T6), and editing the same filings (T7)", cpp("devices on a bad line*,devices that edit*")),
        ("power cut at each write (T2)", node("http/power.test.js")),
        ("again and again, in every order, with wrong clocks (T4, T5, T7, T8)", node("http/storm.test.js", "http/idempotence.test.js", "http/disk.test.js")),
        ("bad lines and wiped devices (T9, T14)", node("browser/sync_test.mjs", "browser/backup.test.mjs")),
        ("tabs, and browsers that store nothing (T12, T13)", node("browser/storage_tabs_test.mjs", "browser/private_window.test.mjs")),
        ("a browser killed, a disk full (T10, T15)", node("browser/storage_test.mjs", "browser/papers.test.mjs")),
        ("uploads broken off (T21)", node("http/attachments.test.js")),
        ("a server killed (T1)", node("http/kill.test.js")),
        ("the whole story, the server killed within every step (T1)", node("browser/whole_story.test.mjs")),
    ),
    "security": (
        ("the audit log under the hands of others (T24), tokens (T16)", cpp("*taken at random*,*session tokens*,*session ends*,*new password end*")),
        ("sessions and devices (T16)", node("http/sessions.test.js", "http/devices.test.js")),
        ("behind nginx (T19, T22)", node("http/proxy.test.js")),
        ("headers, foreign sites, paths (T19)", node("http/routes.test.js", "http/cross-site.test.js", "http/static.test.js", "http/limits.test.js")),
        ("one that floods (T22)", node("http/flood.test.js")),
        ("guesses (T17)", node("http/guesses.test.js")),
        ("what stays on the device's disk (T26)", node("browser/marks.test.mjs")),
        ("marks and masks (T25, T27)", node("http/marks.test.js", "http/review.test.js")),
        ("hostile uploads (T20)", node("http/attachments.test.js")),
        ("who takes an application in", node("http/counter.test.js")),
        ("every role and action (T18)", node("http/roles.test.js")),
    ),
}


def run(title, command, environment):
    """Figures, number of tests passed and failed, and seconds; its output is shown as it comes."""
    print(f"\n== {title}: {' '.join(command)}", flush=True)
    began, lines = time.monotonic(), []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    for line in process.stdout:
        lines.append(line)
        if re.match(r"\s*(# )?figure |not ok|\s*(error|expected|actual):|# (pass|fail)|.*FAILED|All tests|test cases", line):
            print(line.rstrip(), flush=True)
    code = process.wait(timeout=HOURS * 3600)
    text = "".join(lines)
    node_counts = dict(re.findall(r"^# (pass|fail) (\d+)$", text, re.M))
    catch = re.search(r"All tests passed \(.* in (\d+) test case", text)
    passed = int(catch[1]) if catch else int(node_counts.get("pass", 0))
    failed = int(node_counts.get("fail", 0))
    if (code != 0 and failed == 0) or passed + failed == 0:
        failed += 1
    return re.findall(r"^\s*(?:# )?figure (T\d+): (.*?)\s*$", text, re.M), passed, failed, time.monotonic() - began


def main(group, *flags):
    environment = {**os.environ} if "--few" in flags else {**os.environ, "MINGBAI_TRIALS": "full", "KILLS": "500"}
    rows, passed_all, failed_all = [], 0, 0
    for title, command in GROUPS[group]:
        figures, passed, failed, seconds = run(title, command, environment)
        passed_all, failed_all = passed_all + passed, failed_all + failed
        result = f"{passed} tests, {seconds:.0f} s" + (f", **{failed} failed**" if failed else "")
        rows.append(f"| {title} | {'<br>'.join(f'{trial}: {words}' for trial, words in figures)} | {result} |")
    made = "\n".join(["| trial | figure | tests |", "|---|---|---|", *rows])
    load, processors = os.getloadavg()[0], os.cpu_count()
    made += f"\n\n`make trials-{group}`, full counts; load of the machine at the end: {load:.1f} on {processors} processors."
    if "--few" in flags or "--print" in flags:
        print(made)
    else:
        numbers_table.write(f"make trials-{group}", made)
    print(f"{passed_all} passed, {failed_all} failed")
    sys.exit(1 if failed_all else 0)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in GROUPS:
        sys.exit(__doc__)
    main(*sys.argv[1:])
