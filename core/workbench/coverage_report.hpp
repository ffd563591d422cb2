#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace stancegraph {

/// One place in the articles.
struct Occasion {
    std::string place;  ///< `nyt-0312.txt:14`
    std::string sentence;
    std::string remark;  ///< Why, where that is known; may be empty.
};

/// One thing that the rules miss, with how often.
struct CoverageRow {
    std::string what;    ///< The cue, verb, name, …
    std::string remark;  ///< What holds for all of them: the list, the most frequent reason.
    std::uint32_t count = 0;
    std::vector<Occasion> occasions;  ///< The first ones.
    std::string paste;                ///< YAML lines for a rule file, or a command to run; may be empty.
};

/// What rules miss in articles. Rows are sorted by count, then by `what`.
struct CoverageReport {
    struct Section {
        std::uint32_t count = 0;
        std::vector<CoverageRow> rows;
    };

    std::uint32_t articles = 0;
    std::uint64_t tokens = 0;
    std::uint32_t statements = 0;
    std::uint32_t claims = 0;
    Section cues;                   ///< Cue words in sentences without any result.
    Section quotations;             ///< Quotations that nobody is found to say.
    std::uint32_t after_colon = 0;  ///< So many of these follow a colon.
    Section verbs;                  ///< Verbs in a frame of speech that are in no list of cues.
    std::string verb_list;          ///< The list that such a verb goes into, with its place; may be empty.
    Section statements_without_subject;
    Section subjects;  ///< Subjects of claims that are in no taxonomy.
    Section speakers;  ///< Speakers that are no entry of `actors:`.
};

/// Adds up occasions of like things.
class CoverageTally {
public:
    /// Keeps at most so many occasions of each.
    explicit CoverageTally(std::size_t most_occasions) : most_occasions_(most_occasions) {}

    void add(const std::string& what, const std::string& remark, Occasion occasion);

    [[nodiscard]] CoverageReport::Section section() const;

private:
    struct Entry {
        CoverageRow row;
        std::map<std::string, std::uint32_t> reasons;  ///< Remarks of occasions.
    };

    std::size_t most_occasions_;
    std::map<std::pair<std::string, std::string>, Entry> entries_;
};

}  // namespace stancegraph
