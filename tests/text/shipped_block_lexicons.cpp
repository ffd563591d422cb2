#include "shipped_block_lexicons.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "base/yaml.hpp"

namespace stancegraph::test {
namespace {

[[noreturn]] void fail(const std::string& message) {
    std::fputs((message + '\n').c_str(), stderr);
    std::abort();
}

}  // namespace

BlockLexicons shipped_block_lexicons() {
    const std::string path = std::string(STANCEGRAPH_SOURCE_DIR) + "/rules/06-blocks.yaml";
    std::ifstream stream(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    Diagnostics diagnostics;
    const auto root = yaml::parse(std::make_shared<const InputFile>(path, std::move(text)), diagnostics);
    const yaml::Node* lists = root ? root->find("lexicons") : nullptr;
    if (!diagnostics.is_empty() || lists == nullptr) {
        fail(path + " cannot be used\n" + render(diagnostics));
    }
    BlockLexicons lexicons;
    for (std::size_t at = 0; at < kBlockListNames.size(); ++at) {
        const yaml::Node* list = lists->find(kBlockListNames[at]);
        const yaml::Node* words = list == nullptr ? nullptr : list->find("words");
        if (words == nullptr) {
            fail(path + " has no list " + std::string(kBlockListNames[at]));
        }
        for (const yaml::Node& word : words->items) {
            lexicons.add(static_cast<BlockList>(at), word.text);
        }
    }
    return lexicons;
}

}  // namespace stancegraph::test
