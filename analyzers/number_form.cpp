#include "analyzers/number_form.hpp"

#include <array>
#include <cstddef>

#include "analyzers/characters.hpp"
#include "analyzers/utf8.hpp"

namespace izde::analyzers {
namespace {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

/// The digit of a superscript, else 0.
char superscript_digit(char32_t code) {
    switch (code) {
        case 0xB9:
            return '1';
        case 0xB2:
            return '2';
        case 0xB3:
            return '3';
        default:
            break;
    }
    return code >= 0x2074 && code <= 0x2079 ? static_cast<char>('0' + (code - 0x2070)) : '\0';
}

void normalize_date(std::string_view raw, std::string& form) {
    std::array<std::string_view, 3> parts;
    std::size_t part = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= raw.size() && part < parts.size(); ++at) {
        if (at < raw.size() && is_digit(raw[at])) continue;
        parts[part++] = raw.substr(begin, at - begin);
        begin = at + 1;
    }
    if (parts[0].size() == 4) std::swap(parts[0], parts[2]);
    for (std::size_t index = 0; index < 2; ++index) {
        if (parts[index].size() == 1) form += '0';
        form += parts[index];
        form += '.';
    }
    form += parts[2];
}

void normalize_identifier(std::string_view raw, std::string& form) {
    const Character first = decode(raw, 0);
    append_utf8(form, to_lower(latin_look_alike(first.code)));
    for (const char character : raw.substr(first.length)) {
        form += static_cast<char>(to_lower(static_cast<unsigned char>(character)));
    }
}

}  // namespace

void normalize_number(std::string_view raw, TokenKind kind, Normalizer& normalizer, std::string& form) {
    form.clear();
    if (kind == TokenKind::date) {
        normalize_date(raw, form);
        return;
    }
    if (kind == TokenKind::identifier) {
        normalize_identifier(raw, form);
        return;
    }
    const char joint = kind == TokenKind::initials ? '.' : '-';
    std::string part;
    std::size_t begin = 0;
    const auto finish_part = [&](std::size_t end) {
        if (end == begin) return;
        normalizer.normalize(raw.substr(begin, end - begin), part);
        if (part.empty()) return;
        if (!form.empty() && form.back() != joint && form.back() != '.') form += joint;
        form += part;
    };
    bool in_superscript = false;
    for (std::size_t at = 0; at < raw.size();) {
        const Character character = decode(raw, at);
        const char digit = superscript_digit(character.code);
        const bool is_joint = class_of(character.code) == CharacterClass::hyphen || character.code == U'.' ||
                              character.code == U',';
        if (is_joint || digit != 0 || class_of(character.code) == CharacterClass::separator) {
            finish_part(at);
            begin = at + character.length;
        }
        if (digit != 0) {
            if (!in_superscript) form += '-';
            form += digit;
        } else if (kind != TokenKind::initials && (character.code == U'.' || character.code == U',')) {
            form += '.';
        }
        in_superscript = digit != 0;
        at += character.length;
    }
    finish_part(raw.size());
}

}  // namespace izde::analyzers
