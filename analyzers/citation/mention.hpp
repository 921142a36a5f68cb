#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/token.hpp"

/// What a text says of law, before anybody asks which act it means.
namespace izde::analyzers {

/// What an act is called. The names are parts of canonical ids (acts.hpp): never rename them.
enum class ActKind : std::uint8_t {
    unknown,
    law,           ///< закон, заң; constitutional laws too
    code,          ///< кодекс
    constitution,  ///< Конституция
    decree,        ///< указ, жарлық: of the President
    resolution,    ///< постановление, қаулы: of the Government, of a court, of an akimat
    order,         ///< приказ, бұйрық: of a minister
    decision,      ///< решение, шешім: of a maslikhat
    instruction,   ///< распоряжение, өкім
};

/// "law", "code", "constitution", "decree", "resolution", "order", "decision", "instruction"; "" of
/// `unknown`.
std::string_view name_of(ActKind kind) noexcept;

/// Whose law it is.
enum class State : std::uint8_t { unsaid, kazakhstan, russia, other };

/// Who made an act, as far as ids depend on it.
enum class Organ : std::uint8_t { unsaid, government, other };

/// A day; month and day are 0 where only the year is said.
struct Date {
    int year = 0, month = 0, day = 0;
    bool is_set() const noexcept { return year != 0; }
    friend bool operator==(const Date&, const Date&) = default;
};

/// The act of a mention as the text names it.
struct ActReference {
    enum class Form : std::uint8_t {
        unsaid,  ///< «статья 35»: no act is named
        own,  ///< «настоящий Закон», «осы Кодекс», «настоящая статья»
        named_before,  ///< «названный Закон», «аталған Кодекс», «Закон» alone beside a provision
        identifier,    ///< Z050000036_, alone or in a link
        named_code,    ///< «Трудовой кодекс», «ҚР ҚК», the Constitution
        dated,         ///< by date and number, or one of them
        titled,        ///< «Закон «О рекламе»»
    };
    Form form = Form::unsaid;
    ActKind kind = ActKind::unknown;
    State state = State::unsaid;
    Organ organ = Organ::unsaid;
    Date date;
    std::string number;       ///< normalised, without the convocation: «36», «125/4», «61-р»
    std::string convocation;  ///< «iv» of «561-IV»; else empty
    std::string code;         ///< key of a family of codes («labour») or identifier in capitals
    std::string title;        ///< as written between the quotation marks or behind «о»; else empty
};

/// One mention of an act, of provisions of it, or both.
struct Mention {
    Span span;  ///< of the analyzed text
    ActReference act;
    /// Paths from the article down: «35», «35/p2/s1» (point, sub-point), «7/c2» (part), «9/p4/b3»
    /// (paragraph);
    /// `@` is the article that the text itself belongs to. Empty where the act alone is mentioned.
    std::vector<std::string> provisions;
};

}  // namespace izde::analyzers
