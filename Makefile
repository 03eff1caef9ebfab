# Everything that is done to Kengash. `make` alone lists it.
# Go, git and GNU make are all that `make site` wants; what tests and judges want besides, they install or name (tools/need).

# No C: one program that runs on every machine of its kind.
export CGO_ENABLED := 0
# One set of flags for all of Go's commands, so that build, test and vet share what they compile: Hugo alone takes minutes.
export GOFLAGS := $(strip $(filter-out -trimpath,$(shell go env GOFLAGS)) -trimpath)

KENGASH := bin/kengash
# BROWSER=0 leaves the browser's tests out, and says so.
BROWSER := 1
# The package of the tests that want a browser. The others run without it.
IN_BROWSER := ./generator/internal/browser
# The browser's side of the search, whose tests are beside those of Go's side.
CLIENT := search/client
# npm writes it when the client's linters are installed.
CLIENT_MODULES := $(CLIENT)/node_modules/.package-lock.json
# The linters of Go, in a go.mod of their own.
LINTER := go tool -modfile=tools/lint/go.mod
# Flags of tools/bench/bench.mjs.
BENCH := --tree small
# How many records the collections of make bench-build have; 10000 and 30000 take a while.
SIZES := 100 1000
# How long each fuzz target of make fuzz runs.
FUZZ_TIME := 1m
# No test should ever be near this. It ends one that hangs.
TEST_FLAGS := -timeout 20m

.PHONY: help site build serve check lint vulns test stops audit fuzz quality bench bench-build golden picture clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

site: build ## build the site into public/
	$(KENGASH) build

build: ## build the program, bin/kengash
	go build -o $(KENGASH) ./generator/kengash

serve: build ## serve the site at a local address, with reload on change
	$(KENGASH) serve

check: build lint vulns ## check data and texts, and lint the code
	$(KENGASH) check --strict

vulns: build ## look up the dependencies in the Go vulnerability database
	@tools/lint/vulnerabilities $(KENGASH) $(LINTER) govulncheck

lint: $(CLIENT_MODULES) ## run gofmt, go vet, staticcheck, revive, tsc and ESLint
	@unformatted=$$(gofmt -l $$(go list -f '{{.Dir}}' ./...)) || exit 1; \
	if [ -n "$$unformatted" ]; then \
		printf 'not formatted as gofmt does; run gofmt -w on:\n%s\n' "$$unformatted" >&2; exit 1; \
	fi
	go vet ./...
	$(LINTER) staticcheck ./...
	$(LINTER) revive -config tools/lint/revive.toml -exclude ./$(CLIENT)/node_modules/... ./...
	cd $(CLIENT) && npx tsc && npx eslint .

$(CLIENT_MODULES): $(CLIENT)/package-lock.json
	tools/need node npm >/dev/null
	cd $(CLIENT) && npm ci --no-audit --no-fund --silent

test: ## run all tests, including those in a browser and a small benchmark; BROWSER=0 skips these two
	@packages=$$(go list ./...) || exit 1; set -x; \
	go test $(TEST_FLAGS) $$(printf '%s\n' "$$packages" | grep -v '/internal/browser$$')
ifeq ($(BROWSER),0)
	@echo 'NOT RUN: the tests in a browser, $(IN_BROWSER) and those of the client in ./search; the bench of builds (BROWSER=0)'
else
# -count=1: these tests build the site by a program of its own, so Go's cache of results cannot know what they depend on.
	tools/need browser dejavu noto -- go test $(TEST_FLAGS) -parallel 4 -count=1 -v $(IN_BROWSER)
	tools/need browser -- go test $(TEST_FLAGS) -count=1 -v -run Client ./search
# Its figures are of no use here, but it has to run.
	tools/bench/build -sizes 100 -rounds 1 >/dev/null
endif

stops: ## stop builds by signals at 100 random moments; each must end with the old site or the new one
	KENGASH_STOPS=100 go test $(TEST_FLAGS) -count=1 -v -run 'Ends|Hangs|CleansUp' ./generator/internal/command

audit: build ## audit the site with outside tools: Nu checker, axe, Lighthouse (slow)
	@tools/audit/run $(AUDIT)

fuzz: ## run each fuzz target for FUZZ_TIME (1m), and keep what fails under testdata/fuzz
	@grep -rlE --include='*_test.go' '^func Fuzz' generator search | xargs -n 1 dirname | sort -u | while read -r package; do \
		targets=$$(go test -list '^Fuzz' "./$$package") || exit 1; \
		for target in $$(printf '%s\n' "$$targets" | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZ_TIME) -fuzzminimizetime 200x "./$$package" || exit 1; \
		done; \
	done

quality: ## check that the search meets its goals on some 8,000 pages (needs apt-get)
	tools/bench/fetch
	KENGASH_SEARCH_CORPUS=$(abspath tools/bench/work/corpus) go test $(TEST_FLAGS) -count=1 -v -run Quality ./search

bench: build quality ## compare the search with Pagefind and with Bleve (BENCH="--tree pages": all pages)
	go test -run '^$$' -bench . -benchmem $$(go list ./... | grep -v '/internal/browser$$')
	KENGASH=$(abspath $(KENGASH)) tools/bench/run $(BENCH)

bench-build: ## compare builds of SIZES records with plain Hugo and Pagefind, for docs/benchmarks.md (ten minutes)
	tools/bench/build -sizes "$(SIZES)" -repo .

golden: ## regenerate the golden files of tests; review the difference before you keep it
	go test $$(grep -rlE --include='*_test.go' 'flag\.Bool\("update"' generator search | xargs -n 1 dirname | sort -u | sed 's|^|./|') -update

picture: site ## take the picture of the README, docs/home.webp, in Chromium
	tools/need browser noto -- tools/picture public $(CURDIR)/docs/home.webp

clean: ## remove what the other targets built
	rm -rf bin public .public.kengash-* tools/bench/work/build tools/audit/node_modules $(CLIENT)/node_modules
