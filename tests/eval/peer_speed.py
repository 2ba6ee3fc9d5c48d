# SPDX-License-Identifier: Apache-2.0
"""How fast spaCy and UDPipe read the documents that analyser_speed reads, in the same minute.

Usage: peer_speed.py ANALYSER_SPEED TRAIN.conllu TEXT...     (needs: pip install spacy ufal.udpipe)

Neither package brings an English model, so each trains one of its usual size for a moment on the
treebank: its accuracy means nothing, its speed does, because the work per word is the same. One
thread each; tags, lemmas where it has them, and trees; names too for spaCy. Best of three.
"""

import itertools
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

SENTENCES = 600  # for training


def best_of_three(read):
    times = []
    for _ in range(3):
        start = time.process_time()
        count = read()
        times.append(time.process_time() - start)
    return count / min(times)


def sentences(path):
    lines = []
    for line in pathlib.Path(path).read_text().splitlines():
        if line and not line.startswith("#") and line.split("\t")[0].isdigit():
            lines.append(line.split("\t"))
        elif not line and lines:
            yield lines
            lines = []


def spacy_speed(train, texts):
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("en")
    for pipe in ("tagger", "parser", "ner"):  # each with its own encoder of the usual size
        nlp.add_pipe(pipe)
    examples = []
    for lines in itertools.islice(sentences(train), SENTENCES):
        doc = Doc(nlp.vocab, words=[c[1] for c in lines], tags=[c[4] for c in lines],
                  heads=[int(c[6]) - 1 if c[6] != "0" else i for i, c in enumerate(lines)],
                  deps=[c[7] if c[6] != "0" else "ROOT" for c in lines],
                  ents=["B-PERSON" if c[3] == "PROPN" else "O" for c in lines])
        examples.append(Example(Doc(nlp.vocab, words=[c[1] for c in lines]), doc))
    optimizer = nlp.initialize(lambda: examples)
    random.Random(1).shuffle(examples)
    for start in range(0, len(examples), 32):
        nlp.update(examples[start:start + 32], sgd=optimizer)

    def read():
        return sum(len(doc) for doc in nlp.pipe(texts))

    return best_of_three(read)


def udpipe_speed(train, texts):
    from ufal import udpipe

    error = udpipe.ProcessingError()
    train_set = []
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(pathlib.Path(train).read_text())
    sentence = udpipe.Sentence()
    while len(train_set) < SENTENCES and reader.nextSentence(sentence, error):
        train_set.append(sentence)
        sentence = udpipe.Sentence()
    data = udpipe.Trainer.train(
        "morphodita_parsito", udpipe.Sentences(train_set), udpipe.Sentences([]),
        "epochs=1", "iterations=2", "iterations=2;hidden_layer=200;batch_size=10", error)
    if error.occurred():
        sys.exit(f"peer_speed: udpipe: {error.message}")
    with tempfile.NamedTemporaryFile() as file:
        file.write(bytes(data) if not isinstance(data, str) else data.encode("latin-1"))
        file.flush()
        model = udpipe.Model.load(file.name)

    def read():
        count = 0
        tokenizer = model.newTokenizer("")
        for text in texts:
            tokenizer.setText(text)
            one = udpipe.Sentence()
            while tokenizer.nextSentence(one, error):
                model.tag(one, "")
                model.parse(one, "")
                count += len(one.words) - 1  # the root
                one = udpipe.Sentence()
        return count

    return best_of_three(read)


def main():
    program, train, *files = sys.argv[1:]
    texts = [p for f in files for p in pathlib.Path(f).read_text().split("\n") if p.strip()]
    print(subprocess.run([program, *files], capture_output=True, text=True, check=True).stdout)
    for name, measure in (("spaCy", spacy_speed), ("UDPipe", udpipe_speed)):
        try:
            print(f"{name:8} {measure(train, texts):24.0f} tokens/s")
        except ImportError as missing:
            print(f"{name}: skipped, {missing}")


main()
