#include "base/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/utf8.hpp"

namespace stancegraph {
namespace {

constexpr std::size_t kChunkSize = std::size_t{64} * 1024;
constexpr std::size_t kFirstSlots = 4096;
constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;

template <typename Word>
std::uint64_t load(const char* from) {
    Word word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// Multiply and fold. Words are mostly shorter than eight bytes, so the ends are read as two overlapping
/// loads.
std::uint32_t hash_of(std::string_view text) {
    const char* at = text.data();
    std::size_t left = text.size();
    std::uint64_t hash = left * kMultiplier;
    while (left > 8) {
        hash = (hash ^ load<std::uint64_t>(at)) * kMultiplier;
        hash ^= hash >> 32;
        at += 8;
        left -= 8;
    }
    std::uint64_t tail = 0;
    if (left >= 4) {
        tail = load<std::uint32_t>(at) | load<std::uint32_t>(at + left - 4) << 32;
    } else if (left > 0) {
        tail = load<std::uint8_t>(at) | load<std::uint8_t>(at + left / 2) << 8 |
               load<std::uint8_t>(at + left - 1) << 16;
    }
    hash = (hash ^ tail) * kMultiplier;
    return static_cast<std::uint32_t>(hash >> 32);
}

bool is_lower_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value < 0x80 && (value < 'A' || value > 'Z');
    });
}

/// Lower case; the typographic apostrophe U+2019 and its left-hand twin U+2018 become '.
std::string folded(std::string_view text) {
    std::string lower = utf8::to_lower(text);
    for (const std::string_view curly : {"\u2019", "\u2018"}) {
        for (auto at = lower.find(curly); at != std::string::npos; at = lower.find(curly, at)) {
            lower.replace(at, curly.size(), 1, '\'');
        }
    }
    return lower;
}

}  // namespace

Symbol Vocabulary::intern(std::string_view text) {
    const std::uint32_t hash = hash_of(text);
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = hash & mask;
    for (; slots_[place].symbol != kUnknown; place = (place + 1) & mask) {
        if (slots_[place].hash == hash && this->text(slots_[place].symbol) == text) {
            return slots_[place].symbol;
        }
    }
    const auto symbol = static_cast<Symbol>(texts_.size());
    slots_[place] = {hash, symbol};
    texts_.push_back({keep(text), static_cast<std::uint32_t>(text.size()), kUnknown});
    if (texts_.size() * 2 > slots_.size()) {
        grow();
    }
    return symbol;
}

Symbol Vocabulary::lower(Symbol symbol) {
    if (texts_[symbol].lower == kUnknown) {
        const std::string_view form = text(symbol);
        const Symbol lower = is_lower_ascii(form) ? symbol : intern(folded(form));
        texts_[symbol].lower = lower;
    }
    return texts_[symbol].lower;
}

void Vocabulary::clear() {
    texts_.clear();
    if (chunk_left_ > 0) {  // the chunk being filled serves again
        chunks_.erase(chunks_.begin(), chunks_.end() - 1);
        chunk_left_ = kChunkSize;
    } else {
        chunks_.clear();
    }
    slots_.assign(kFirstSlots, Slot{});
    ++generation_;
    static_cast<void>(intern({}));
}

const char* Vocabulary::keep(std::string_view text) {
    if (text.empty()) {
        return "";
    }
    if (text.size() >
        kChunkSize / 4) {  // a large text gets its own chunk, placed before the one being filled
        auto own = std::make_unique_for_overwrite<char[]>(text.size());
        std::copy(text.begin(), text.end(), own.get());
        const char* const kept = own.get();
        chunks_.insert(chunks_.empty() ? chunks_.end() : chunks_.end() - 1, std::move(own));
        return kept;
    }
    if (text.size() > chunk_left_) {
        chunks_.push_back(std::make_unique_for_overwrite<char[]>(kChunkSize));
        chunk_left_ = kChunkSize;
    }
    char* const kept = chunks_.back().get() + (kChunkSize - chunk_left_);
    std::copy(text.begin(), text.end(), kept);
    chunk_left_ -= text.size();
    return kept;
}

void Vocabulary::grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.symbol == kUnknown) {
            continue;
        }
        std::size_t place = slot.hash & mask;
        while (larger[place].symbol != kUnknown) {
            place = (place + 1) & mask;
        }
        larger[place] = slot;
    }
    slots_ = std::move(larger);
}

}  // namespace stancegraph
