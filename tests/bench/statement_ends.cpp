/// Lists where the statements of articles could end, for fit_statement_ends.py.
///
///     statement_ends RULES_DIR ARTICLES_DIR
///
/// One line of JSON for each attribution of a <name>.txt: {"doc", "cue", "speaker", "content", "ends":
/// [{"at": byte of the pause, "tells": {kind: value}}]}, spans as in attributions.jsonl. RULES_DIR should
/// have no `statement_ends:`, else they end there already.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "match/statement_end.hpp"
#include "pipeline/processor.hpp"
#include "ruleset/load.hpp"
#include "text/reader.hpp"

namespace {

using namespace stancegraph;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_span(Writer& writer, ByteSpan span) {
    writer.StartArray();
    writer.Uint(span.begin);
    writer.Uint(span.end);
    writer.EndArray();
}

std::string line_of(const std::string& doc, const Attribution& attribution, const TextView& text,
                    const std::vector<PossibleEnd>& ends) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    writer.Key("doc");
    writer.String(doc.c_str());
    writer.Key("cue");
    write_span(writer, attribution.cue);
    writer.Key("speaker");
    write_span(writer, attribution.speaker.span);
    writer.Key("content");
    writer.StartArray();
    for (const ByteSpan piece : attribution.statement) {
        write_span(writer, piece);
    }
    writer.EndArray();
    writer.Key("ends");
    writer.StartArray();
    for (const PossibleEnd& end : ends) {
        writer.StartObject();
        writer.Key("at");
        writer.Uint(text.annotation().bytes_of({end.pause, end.pause + 1}).begin);
        writer.Key("tells");
        writer.StartObject();
        for (std::size_t kind = 0; kind < kEndKinds; ++kind) {
            writer.Key(kEndNames[kind].data());
            writer.String(end.evidence[kind].c_str());
        }
        writer.EndObject();
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return buffer.GetString();
}

void list_ends(const std::filesystem::path& path, const Engine& engine, Diagnostics& diagnostics) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    for (const Document& document : read_documents(path.filename().string(), std::move(bytes), Format::plain,
                                                   engine.read_options(), diagnostics)) {
        Processor processor(engine);
        const Processed processed = processor.process(document);
        TextView text(*engine.compiled(), processor.open_vocabulary());
        text.open(document, processed.annotation);
        for (const Attribution& attribution : processed.resolved.attributions) {
            const Mention& mention = processed.matches.mentions[attribution.mention];
            if (text.has_tree(mention.cue.front())) {
                std::cout << line_of(path.stem().string(), attribution, text, possible_ends(text, mention))
                          << '\n';
            }
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: statement_ends RULES_DIR ARTICLES_DIR\n";
        return 2;
    }
    Diagnostics diagnostics;
    const Engine engine(load_rules({argv[1]}, diagnostics), diagnostics);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(argv[2])) {
        if (entry.path().extension() == ".txt") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    for (const auto& path : paths) {
        list_ends(path, engine, diagnostics);
    }
    return 0;
}
