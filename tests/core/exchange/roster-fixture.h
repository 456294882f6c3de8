/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-one-roster.h"
#include "roster-maker.h"

G_BEGIN_DECLS

/* Rosters of a few rows, and what is read of them and said about them. */

static inline PzRoster *
roster_load (const RosterEntry        *entries,
             gsize                     n_entries,
             const PzOneRosterOptions *options)
{
  g_autoptr(GBytes) zip = roster_pack (entries, n_entries, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", zip, &error);
  PzRoster *roster;

  g_assert_no_error (error);
  roster = pz_one_roster_load (source, options, &error);
  g_assert_no_error (error);
  return roster;
}

#define ROSTER_LOAD(entries) roster_load (entries, G_N_ELEMENTS (entries), NULL)

/* of people only */
static inline PzRoster *
roster_load_users (const char *users)
{
  const RosterEntry entries[] = { { "users.csv", users, NULL } };

  return ROSTER_LOAD (entries);
}

/* "code line column, ..." of what is said about one file, in order */
static inline void
roster_assert_messages (const PzRoster *roster,
                        const char     *file,
                        const char     *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < pz_roster_messages_get_n (roster->messages); i++)
    {
      const PzRosterMessage *message = pz_roster_messages_get (roster->messages, i);

      if (g_strcmp0 (message->file, file) == 0)
        g_string_append_printf (text, "%s%s %u%s%s", text->len > 0 ? ", " : "", pz_roster_code_to_name (message->code),
                                message->line, message->column != NULL ? " " : "", message->column != NULL ? message->column : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* ids of people, with blanks between */
static inline void
roster_assert_people (GPtrArray  *people,
                      const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const PzRosterPerson *) g_ptr_array_index (people, i))->sourced_id);
  g_assert_cmpstr (ids->str, ==, expected);
}

G_END_DECLS
