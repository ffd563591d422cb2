#!/usr/bin/python3
"""A session with `stancegraph watch`: what the saves of a rule file print, and that a broken file does no harm.

usage: watch_session.py PROGRAM

Exit code 1 where something else is printed than expected within 20 seconds.
"""
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading

RULES = """stancegraph: 1

stances:
  supports: {{polarity: 0.7}}
  opposes: {{polarity: -0.7}}

lexicons:
  pro:
    pos: verb
    stance: supports
    words: [{words}]

rules:
  - rule: likes
    match: cue:@pro
    slots:
      speaker: cue >who
      subject: cue >what
    examples:
      - text: Mara Quill backs the bridge.
        gives: Mara Quill -> supports -> bridge
      - text: Mara Quill crossed the bridge.
        gives: nothing
"""


class Session:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line.rstrip("\n")) for line in self.process.stdout],
                         daemon=True).start()
        self.seen = []

    def expect(self, text):
        """Reads on until a line has the text."""
        while True:
            try:
                line = self.lines.get(timeout=20)
            except queue.Empty:
                sys.exit(f"no line with {text!r}; what was printed:\n" + "\n".join(self.seen))
            self.seen.append(line)
            if text in line:
                return line


def main():
    with tempfile.TemporaryDirectory() as scratch:
        rules = os.path.join(scratch, "rules.yaml")

        def save(text):
            with open(rules, "w", encoding="utf-8") as file:
                file.write(text)

        os.mkdir(os.path.join(scratch, "articles"))
        with open(os.path.join(scratch, "articles", "a.txt"), "w", encoding="utf-8") as file:
            file.write("Mara Quill backs the bridge. Dunstan Pell applauds the ferry.\n")
        save(RULES.format(words="back"))
        session = Session([sys.argv[1], "watch", os.path.join(scratch, "articles"), "--only-rules", "--rules", rules,
                           "-o", os.path.join(scratch, "out")])
        session.expect("read 1 articles (1 inputs, 0 rejected)   claims 1")
        session.expect("watching the rules")

        save(RULES.format(words="back, applaud"))
        session.expect("examples: 2 passed, 0 failed")
        session.expect("Dunstan Pell -> supports -> ferry")
        session.expect("claims 2")

        save(RULES.format(words="back, applaud").replace("cue >who", "cue >whoo"))
        session.expect("error[")
        session.expect("stay in use")

        save(RULES.format(words="applaud"))
        session.expect("examples: 1 passed, 1 failed")
        session.expect("Mara Quill -> supports -> bridge")
        session.expect("claims 1")

        session.process.send_signal(signal.SIGINT)
        if session.process.wait(timeout=20) != 0:
            sys.exit(f"Ctrl-C ended the program with {session.process.returncode}")
    print("the session went as expected")


if __name__ == "__main__":
    main()
