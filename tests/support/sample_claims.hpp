#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "resolve/claim.hpp"

/// Claims for tests of the graph and what is made of it. All names and sentences are invented.
namespace stancegraph::testing {

/// What a test wants to say of a claim; the rest is filled in, the id made from all of it.
struct ClaimSketch {
    std::string document;
    std::string outlet;
    std::string date;
    std::string speaker;
    std::string stance;
    double polarity = 0.0;
    std::string subject;
    std::string quote;
    std::string kind = "person";
    std::uint32_t line = 1;
};

[[nodiscard]] Claim make_claim(const ClaimSketch& sketch);

/// Somebody supports a subject, in a document of the outlet Beacon.
[[nodiscard]] ClaimSketch says(std::string document, std::string speaker, std::string subject,
                               std::string kind = "person");

/// A town's debate: fourteen actors, eleven subjects, disagreement, surnames, anonymous speakers, missing
/// dates.
[[nodiscard]] std::vector<Claim> harbour_claims();

/// Names that break writers: markup, quotes, control and bidirectional characters, broken UTF-8, keywords,
/// emoji, names without a letter, names that differ in case only, very long ones.
[[nodiscard]] std::vector<Claim> hostile_claims();

/// `count` claims over both kinds of names, the same for the same seed.
[[nodiscard]] std::vector<Claim> random_claims(std::uint32_t seed, std::size_t count);

}  // namespace stancegraph::testing
