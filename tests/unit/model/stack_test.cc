// SPDX-License-Identifier: Apache-2.0
// Deep recursion and deep trees must not reach the end of the stack.
#include "model/stack.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>

#include "../small_stack.h"
#include "dossier/error.h"
#include "model/box.h"
#include "model/parts.h"

namespace dossier {
namespace {

std::size_t depth_of(std::size_t levels) {
  return with_stack([&]() -> std::size_t {
    volatile char frame[500] = {};
    return levels == 0 ? static_cast<std::size_t>(frame[0]) : 1 + depth_of(levels - 1);
  });
}

struct Chain {
  std::optional<Box<Chain>> next;
  int value = 0;
  friend bool operator==(const Chain&, const Chain&) = default;
};

struct Tree {
  Parts<Tree> parts;
  friend bool operator==(const Tree&, const Tree&) = default;
};

}  // namespace

TEST_CASE("recursion goes on beyond the stack of the thread") {
  on_small_stack([] { CHECK(depth_of(10'000) == 10'000); });
}

TEST_CASE("recursion without end is an error") {
  on_small_stack([] {
    try {
      depth_of(100'000'000);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::limit);
    }
  });
}

TEST_CASE("exceptions and results of any kind come back from a new stack") {
  on_small_stack([] {
    const auto deep = [](auto& self, int levels) -> void {
      with_stack([&] {
        volatile char frame[500] = {};
        if (levels == 0) throw std::logic_error("bottom");
        self(self, levels - 1 - frame[0]);
      });
    };
    CHECK_THROWS_WITH(deep(deep, 5'000), "bottom");
  });
}

TEST_CASE("long chains and deep trees are copied, compared, assigned and destroyed") {
  on_small_stack([] {
    Chain chain;
    for (int i = 0; i < 5'000; ++i) {
      Chain longer{Box<Chain>(std::move(chain)), i};
      chain = std::move(longer);
    }
    Chain copy = chain;
    CHECK(copy == chain);
    copy = Chain(*copy.next.value());
    CHECK_FALSE(copy == chain);
    copy = chain;

    Tree tree;
    for (int i = 0; i < 2'000; ++i) {
      Tree higher;
      higher.parts.push_back(std::move(tree));
      tree = std::move(higher);
    }
    const Tree twin = tree;
    CHECK(twin == tree);
    tree = Tree(tree.parts.front());
    CHECK_FALSE(twin == tree);
  });
}

TEST_CASE("a part may take the place of the whole") {
  Box<Chain> chain{Chain{Box<Chain>(Chain{std::nullopt, 1}), 2}};
  chain = std::move(*chain->next);
  CHECK(chain->value == 1);
  Tree tree;
  tree.parts.resize(2);
  tree.parts[1].parts.resize(3);
  tree.parts = std::move(tree.parts[1].parts);
  CHECK(tree.parts.size() == 3);
}

}  // namespace dossier
