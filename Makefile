# The commands of a checkout. `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
GONGHAI := .build/debug/gonghai
PREFIX := /usr/local
DEMO_DATE := 2026-11-23
ROWS := 1000000

.PHONY: help setup build demo test bench install uninstall lint format embed clean

help: ## list these targets
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

setup: ## install the system packages that are missing (says which, asks for sudo only where it is needed)
	@Scripts/setup.sh

build: setup ## build the command for daily use: .build/release/gonghai (takes minutes the first time)
	swift build -c release --product gonghai

demo: setup ## run one night on SampleData in ./demo and show where its reports are
	swift build --product gonghai
	@Scripts/demo.sh $(GONGHAI) demo $(DEMO_DATE)

test: setup ## run every test (under ten minutes after set-up)
	@Scripts/test.sh

bench: build ## compare reading and importing with DuckDB, Python, xmllint and sqlite3, and matching with Splink (ROWS=1000000; an hour)
	swift build -c release --product reader
	swift build -c release --product linker
	python3 Benchmarks/read.py .build/release/reader $(ROWS)
	python3 Benchmarks/import.py .build/release/gonghai $(ROWS)
	python3 Benchmarks/Matching/match.py .build/release/linker 100000 $(ROWS)
	Scripts/setup.sh python3-aiosmtpd openssl faketime
	python3 Benchmarks/send.py .build/release/gonghai 1000
	GONGHAI_FULL=1 swift test --filter "FaultSequenceTests|LockTests"
	swift build -c release --product matcher
	python3 -m venv .build/listed && .build/listed/bin/pip install -q pytickersymbols
	.build/listed/bin/python Benchmarks/classify.py .build/release/gonghai
	python3 -m venv .build/ortools && .build/ortools/bin/pip install -q ortools numpy
	.build/ortools/bin/python Benchmarks/match.py .build/release/matcher

install: setup ## build and install the command with manual, completions and example units (PREFIX=/usr/local, DESTDIR)
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install.sh install

uninstall: ## take away what `make install` put there (PREFIX, DESTDIR)
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install.sh uninstall

lint: ## check the formatting rules, strictly
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format: ## rewrite the sources by the formatting rules
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

embed: ## write Facts/, Profiles/ and Templates/ into Swift sources after a change
	Scripts/embed.sh

clean: ## remove what was built and the demo
	rm -rf .build demo
