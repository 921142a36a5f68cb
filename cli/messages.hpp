#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace izde::cli {

/// What the command says to people. Each message stands in English, Kazakh and Russian in messages.cpp; `{}`
/// takes the arguments in order.
enum class Message {
    nothing_found,
    found,           ///< total
    found_at_least,  ///< total
    page,            ///< label
    shown_instead,   ///< query as typed, query as read
    did_you_mean,    ///< another query
    untitled,
    more_in_file,  ///< number
    facet_language,
    facet_kind,
    facet_year,
    facet_author,
    facet_volume,
    facet_cites,
    facet_file,
    broader,
    narrower,
    no_year,
    related,
    indexed,           ///< works in the index, seconds, MB/s
    files_summary,     ///< added, changed, removed, unchanged
    works_summary,     ///< added, changed, removed, unchanged
    by_language,       ///< list
    skipped,           ///< path, cause
    failed,            ///< path, cause
    warning,           ///< text
    skipped_by_cause,  ///< number, cause
    stats_works,       ///< works, files
    stats_by_kind,     ///< list
    stats_by_year,     ///< list
    stats_by_suffix,   ///< list
    stats_words,       ///< words, different stems
    stats_bytes,       ///< MB of text, MB of index
    check_damage,      ///< text
    check_lost,        ///< path
    check_changed,     ///< path
    check_sound,       ///< works, files
    check_damaged,     ///< works, files
    compacted,         ///< MB before, MB after
    progress,          ///< files done, files, percent, MB/s, seconds left
    error,             ///< text
    query_error,       ///< text, number of the character
    no_database,
    no_query,
    no_command,
    unknown_command,      ///< what was typed
    unexpected_argument,  ///< what was typed
    argument_missing,     ///< its name
    value_missing,        ///< the option
    not_one_of,           ///< what was typed, what is expected
    not_in_range,         ///< what was typed, least, most
    not_understood,       ///< option and value
    see_help,             ///< command line
    no_match_in_work,     ///< the query
    prompt_welcome,       ///< works in the index
    prompt_help,
    prompt_unknown,  ///< what was typed
    prompt_no_hit,
    prompt_no_more,
    prompt_more,
    alert_saved,    ///< name, works known
    alert_news,     ///< name, added, changed
    alert_more,     ///< number
    alert_exists,   ///< name
    alert_unknown,  ///< name
    alert_none,
    alert_nothing_new,
    no_parallel,
    learned_acts,  ///< works
    learned,       ///< translations, pairs, Kazakh words, Russian words
    evaluated,     ///< queries, per second, p50, p95, p99 in ms
};

enum class Locale { english, kazakh, russian };

/// By LC_ALL, LC_MESSAGES, LANG, the first that is set; English for every other language.
Locale locale_of_environment();

/// The message with its arguments.
std::string text(Locale locale, Message message, const std::vector<std::string>& arguments = {});

}  // namespace izde::cli
