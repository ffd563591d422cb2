#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "cli/code_page.hpp"
#include "run_program.hpp"
#include "support/golden.hpp"

using namespace stancegraph;
using namespace stancegraph::cli;

namespace {

/// Every "SGnnnn" between quotation marks in the sources.
std::set<std::string> codes_in_sources() {
    std::set<std::string> codes;
    for (const char* folder : {"/core", "/exporters", "/cli"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(STANCEGRAPH_SOURCE_DIR) + folder)) {
            if (entry.path().extension() != ".cpp") {
                continue;
            }
            const std::string text = read_file(entry.path().string());
            for (std::size_t at = text.find("\"SG"); at != std::string::npos;
                 at = text.find("\"SG", at + 1)) {
                const std::string code = text.substr(at + 1, 6);
                if (is_code(code) && text.compare(at + 7, 1, "\"") == 0) {
                    codes.insert(code);
                }
            }
        }
    }
    return codes;
}

}  // namespace

TEST_CASE("every code that the program can print is explained", "[cli]") {
    const std::set<std::string> codes = codes_in_sources();
    CHECK(codes.size() > 100);
    for (const std::string& code : codes) {
        INFO(code);
        CHECK(find_code_section(code).has_value());
    }
}

TEST_CASE("explain prints the section of a code, and says where there is none", "[cli]") {
    const Finished known = run_program({"explain", "SG4001"});
    CHECK(known.code == 0);
    CHECK(known.out == "SG4001: out of memory\n\nBuild smaller parts and merge their claims.\n");
    const Finished unknown = run_program({"explain", "SG9999"});
    CHECK(unknown.code == 2);
    CHECK(unknown.error ==
          "error[SG0005]: there is no diagnostic 'SG9999'\nhelp: all of them are in "
          "rules/DIAGNOSTICS.md\n");
}
