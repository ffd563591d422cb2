#include "exporters/rdf_writer.hpp"

#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

struct Prefix {
    std::string_view name;
    std::string_view space;
};

/// By RdfSpace.
constexpr std::array<Prefix, 5> kPrefixes{{{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                           {"schema", "https://schema.org/"},
                                           {"prov", "http://www.w3.org/ns/prov#"},
                                           {"xsd", "http://www.w3.org/2001/XMLSchema#"},
                                           {"sg", "urn:stancegraph:term:"}}};

constexpr std::string_view kSpace = "urn:stancegraph:";

bool is_unreserved(char byte) {
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return is_letter || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.' ||
           byte == ':' || byte == '~';
}

/// What an IRI may hold besides letters and digits; a percent sign stays, as addresses come encoded.
bool is_allowed_in_address(char byte) {
    constexpr std::string_view kOthers = "/?#@!$&'()*+,;=%[]";
    return is_unreserved(byte) || kOthers.find(byte) != std::string_view::npos;
}

void append_encoded(std::string& out, char byte) {
    out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
}

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

void append_escaped(std::string& out, char32_t code_point, std::string_view bytes) {
    constexpr char32_t kDelete = 0x7F;
    switch (code_point) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\u005C";  // rdflib before 6.2 takes the second of two backslashes for another escape
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        case 0:
            utf8::append(out, utf8::kReplacement);  // stores refuse it
            return;
        default:
            break;
    }
    if (code_point < ' ' || code_point == kDelete) {
        out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(code_point));
    } else {
        out += bytes;
    }
}

}  // namespace

RdfWriter::RdfWriter(Output& output, RdfSyntax syntax) : output_(&output), syntax_(syntax) {
    if (syntax_ == RdfSyntax::turtle) {
        for (const Prefix& prefix : kPrefixes) {
            *output_ << "@prefix " << prefix.name << ": <" << prefix.space << "> .\n";
        }
    }
}

RdfWriter& RdfWriter::about(std::string_view id) {
    about_ = id;
    is_first_ = true;
    return *this;
}

RdfWriter& RdfWriter::type(RdfTerm type) {
    begin_statement({RdfSpace::rdf, "type"});
    append_term(type);
    end_statement();
    return *this;
}

RdfWriter& RdfWriter::link(RdfTerm property, std::string_view id) {
    begin_statement(property);
    append_id(id);
    end_statement();
    return *this;
}

RdfWriter& RdfWriter::text(RdfTerm property, std::string_view text) {
    if (!text.empty()) {
        begin_statement(property);
        append_literal(text);
        end_statement();
    }
    return *this;
}

RdfWriter& RdfWriter::address(RdfTerm property, std::string_view text) {
    if (!is_web_address(text)) {
        return this->text(property, text);
    }
    begin_statement(property);
    std::string& out = output_->text();
    out += '<';
    for (const char byte : text) {
        if (is_allowed_in_address(byte)) {
            out += byte;
        } else {
            append_encoded(out, byte);
        }
    }
    out += '>';
    end_statement();
    return *this;
}

RdfWriter& RdfWriter::date(RdfTerm property, std::string_view day) {
    begin_statement(property);
    append_literal(day);
    append_typed("date");
    end_statement();
    return *this;
}

RdfWriter& RdfWriter::number(RdfTerm property, double number) {
    begin_statement(property);
    *output_ << "\"";
    output_->weight(number) << "\"";
    append_typed("decimal");
    end_statement();
    return *this;
}

RdfWriter& RdfWriter::whole(RdfTerm property, std::uint64_t number) {
    begin_statement(property);
    *output_ << "\"" << number << "\"";
    append_typed("integer");
    end_statement();
    return *this;
}

RdfWriter& RdfWriter::truth(RdfTerm property, bool truth) {
    begin_statement(property);
    append_literal(truth ? "true" : "false");
    append_typed("boolean");
    end_statement();
    return *this;
}

void RdfWriter::end() {
    if (syntax_ == RdfSyntax::turtle && !is_first_) {
        *output_ << " .\n";
    }
    output_->end_element();
}

void RdfWriter::begin_statement(RdfTerm property) {
    if (syntax_ == RdfSyntax::n_triples || is_first_) {
        *output_ << (syntax_ == RdfSyntax::turtle ? "\n" : "");
        append_id(about_);
        *output_ << " ";
    } else {
        *output_ << " ;\n    ";
    }
    is_first_ = false;
    append_term(property);
    *output_ << " ";
}

void RdfWriter::end_statement() {
    *output_ << (syntax_ == RdfSyntax::n_triples ? " .\n" : "");
}

void RdfWriter::append_term(RdfTerm term) {
    const Prefix& prefix = kPrefixes[static_cast<std::size_t>(term.vocabulary)];
    if (syntax_ == RdfSyntax::turtle) {
        *output_ << prefix.name << ":" << term.name;
    } else {
        *output_ << "<" << prefix.space << term.name << ">";
    }
}

void RdfWriter::append_id(std::string_view id) {
    std::string& out = output_->text();
    out.append("<").append(kSpace);
    for (const char byte : id) {
        if (is_unreserved(byte)) {
            out += byte;
        } else {
            append_encoded(out, byte);
        }
    }
    out += '>';
}

void RdfWriter::append_literal(std::string_view text) {
    std::string& out = output_->text();
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text.substr(at));
        if (decoded.is_valid) {
            append_escaped(out, decoded.code_point, text.substr(at, decoded.size));
        } else {
            utf8::append(out, utf8::kReplacement);
        }
        at += decoded.size;
    }
    out += '"';
}

void RdfWriter::append_typed(std::string_view type) {
    *output_ << "^^";
    append_term({RdfSpace::xsd, type});
}

}  // namespace stancegraph
