#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/citation/mention.hpp"

namespace izde::analyzers {

/// What a text is, as far as its citations depend on it.
struct CitationContext {
    int year = 0;  ///< of the work: tells which of several codes is meant; 0 where unknown: the newest
    State state = State::kazakhstan;  ///< whose law is meant where no state is named
    std::string act;                  ///< id of the act that the text is or belongs to; "" where it is none
    std::string article;              ///< the article of it that the text is; "" where it is none
};

/// An act and the provisions of it that a mention means.
struct Citation {
    Span span;
    std::string act;                      ///< canonical id
    std::vector<std::string> provisions;  ///< «35/p2/s1»; empty: the act as a whole
    /// The id that the act has by its title alone, where the mention gives one: others may know no more of
    /// it.
    std::string title;
    friend bool operator==(const Citation&, const Citation&) = default;
};

/// Tells which acts the mentions of one text mean. Feed it the mentions in the order of the text: «названный
/// Закон» is the last one, and a law named once with its number is known by its title afterwards.
class CitationResolver {
  public:
    explicit CitationResolver(CitationContext context) : context_(std::move(context)) {}

    /// Notes what titles stand beside requisites, for mentions that come before them: a list of references
    /// ends the text that it serves.
    void learn(const Mention& mention);

    /// Another paragraph begins: «названный Закон» was named not long before, «статья 5» alone is of an act
    /// that was named in this paragraph or the last one.
    void next_paragraph() { ++paragraphs_since_act_; }

    /// The citation; its act is "" where the text does not tell it.
    Citation resolve(const Mention& mention);

  private:
    std::string act_of(const Mention& mention);
    std::string code_of(const ActReference& act, int article) const;
    std::string dated(const ActReference& act) const;
    std::string titled(const ActReference& act) const;
    State state_of(const ActReference& act) const;

    CitationContext context_;
    std::string last_act_;
    int paragraphs_since_act_ = 0;
    std::unordered_map<std::string, std::string> acts_by_title_;
};

/// The key of a title as written (title_key of its words).
std::string key_of_title(std::string_view title);

/// The id of a law of which only the title is known, «kz:law:«о-садах»»; "" where the title has no words or
/// the state is another one.
std::string id_of_title(std::string_view title, State state);

}  // namespace izde::analyzers
