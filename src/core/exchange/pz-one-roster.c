/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* columns of all files that hold a day */
static const struct { PzRosterKind kind; const char *column; } date_columns[] = {
  { PZ_ROSTER_KIND_SESSIONS, "startDate" },   { PZ_ROSTER_KIND_SESSIONS, "endDate" },
  { PZ_ROSTER_KIND_ENROLLMENTS, "beginDate" }, { PZ_ROSTER_KIND_ENROLLMENTS, "endDate" },
  { PZ_ROSTER_KIND_DEMOGRAPHICS, "birthDate" },
};

/*
 * pz_one_roster_open:
 *
 * Returns: (transfer full) (nullable): the file of that kind, its odd columns reported; NULL when there is none
 */
PzRosterTable *
pz_one_roster_open (PzOneRosterLoad *load,
                    PzRosterKind     kind,
                    const char      *columns)
{
  const PzRosterFile *file = pz_roster_source_find (load->source, kind);
  PzRosterTable *table;

  if (file == NULL)
    return NULL;
  table = pz_roster_table_new (file, load->roster->messages);
  pz_roster_table_expect (table, columns);
  return table;
}

/*
 * pz_one_roster_take_id:
 *
 * Returns: FALSE when the row has no id or one that is there already; that is reported
 */
gboolean
pz_one_roster_take_id (PzRosterTable *table,
                       const char    *column,
                       GHashTable    *known,
                       char         **id)
{
  *id = pz_roster_table_dup (table, column);
  if (*id == NULL)
    {
      pz_roster_table_report (table, PZ_ROSTER_CODE_NO_ID, column);
      return FALSE;
    }
  if (known != NULL && g_hash_table_contains (known, *id))
    {
      pz_roster_table_report (table, PZ_ROSTER_CODE_ID_TWICE, column);
      g_clear_pointer (id, g_free);
      return FALSE;
    }
  return TRUE;
}

/*
 * pz_one_roster_is_active:
 *
 * Empty and active are in; tobedeleted, and inactive as version 1.0 had it, are out.
 */
gboolean
pz_one_roster_is_active (PzRosterTable *table)
{
  const char *status = pz_roster_table_get (table, "status");

  if (*status == '\0' || g_ascii_strcasecmp (status, "active") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (status, "tobedeleted") == 0 || g_ascii_strcasecmp (status, "inactive") == 0)
    return FALSE;
  pz_roster_table_report (table, PZ_ROSTER_CODE_STATUS_UNKNOWN, "status");
  return TRUE;
}

/*
 * pz_one_roster_dup_date:
 *
 * Returns: (nullable): YYYY-MM-DD; NULL when empty, unreadable or not to be told without asking; that is reported
 */
char *
pz_one_roster_dup_date (PzOneRosterLoad *load,
                        PzRosterTable   *table,
                        const char      *column)
{
  char iso[11];

  switch (pz_roster_date_parse (pz_roster_table_get (table, column), load->day_order, iso))
    {
    case PZ_ROSTER_DATE_FINE:
      return g_strdup (iso);
    case PZ_ROSTER_DATE_AMBIGUOUS:
      load->roster->needs_day_order = TRUE;
      pz_roster_table_report (table, PZ_ROSTER_CODE_DATE_AMBIGUOUS, column);
      return NULL;
    case PZ_ROSTER_DATE_UNREADABLE:
      pz_roster_table_report (table, PZ_ROSTER_CODE_DATE_UNREADABLE, column);
      return NULL;
    case PZ_ROSTER_DATE_EMPTY:
    default:
      return NULL;
    }
}

/*
 * pz_one_roster_is_true:
 *
 * Reads TRUE, true, 1 and yes.
 */
gboolean
pz_one_roster_is_true (const char *text)
{
  return g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0 || g_str_equal (text, "1");
}

static PzRosterMode
read_mode (const char *text)
{
  if (g_ascii_strcasecmp (text, "bulk") == 0)
    return PZ_ROSTER_MODE_BULK;
  if (g_ascii_strcasecmp (text, "delta") == 0)
    return PZ_ROSTER_MODE_DELTA;
  return g_ascii_strcasecmp (text, "absent") == 0 ? PZ_ROSTER_MODE_ABSENT : PZ_ROSTER_MODE_UNKNOWN;
}

static void
take_property (PzOneRosterLoad *load,
               const char      *name,
               const char      *value)
{
  PzRoster *roster = load->roster;

  if (g_ascii_strcasecmp (name, "oneroster.version") == 0 && *value != '\0')
    {
      roster->version = g_str_has_prefix (value, "1.2") ? PZ_ROSTER_VERSION_1_2 : PZ_ROSTER_VERSION_1_1;
      roster->version_guessed = FALSE;
    }
  else if (g_ascii_strcasecmp (name, "source.systemName") == 0 && *value != '\0'
           && g_ascii_strcasecmp (value, "absent") != 0)
    {
      g_free (roster->system);
      roster->system = g_strdup (value);
    }
  else if (g_ascii_strncasecmp (name, "file.", 5) == 0)
    load->modes[pz_roster_kind_from_file_name (name + 5)] = read_mode (value);
}

/* what the list of contents promises and the source does not have */
static void
report_missing (PzOneRosterLoad *load)
{
  for (guint kind = PZ_ROSTER_KIND_ORGS; kind < PZ_ROSTER_KIND_PROFILES; kind++)
    if ((load->modes[kind] == PZ_ROSTER_MODE_BULK || load->modes[kind] == PZ_ROSTER_MODE_DELTA)
        && pz_roster_source_find (load->source, (PzRosterKind) kind) == NULL)
      {
        g_autofree char *name = g_strconcat (pz_roster_kind_to_file_name ((PzRosterKind) kind), ".csv", NULL);

        pz_roster_messages_add (load->roster->messages, PZ_ROSTER_CODE_FILE_MISSING, name, 0, NULL);
        load->modes[kind] = PZ_ROSTER_MODE_ABSENT;
      }
}

/*
 * pz_one_roster_read_manifest:
 *
 * Which version it is and what each file holds. Without a list of contents the files themselves show the version,
 * and nothing is known about who is missing.
 */
void
pz_one_roster_read_manifest (PzOneRosterLoad *load)
{
  PzRoster *roster = load->roster;
  g_autoptr(PzRosterTable) table = pz_one_roster_open (load, PZ_ROSTER_KIND_MANIFEST, "propertyName value");

  roster->version_guessed = TRUE;
  roster->version = pz_roster_source_find (load->source, PZ_ROSTER_KIND_ROLES) != NULL ? PZ_ROSTER_VERSION_1_2
                                                                                        : PZ_ROSTER_VERSION_1_1;
  while (table != NULL && pz_roster_table_next (table))
    {
      g_autofree char *name = pz_roster_table_dup (table, "propertyName");

      if (name != NULL)
        take_property (load, name, pz_roster_table_get (table, "value"));
    }
  if (table == NULL)
    pz_roster_messages_add (roster->messages, PZ_ROSTER_CODE_MANIFEST_MISSING, NULL, 0, NULL);
  if (roster->version_guessed)
    pz_roster_messages_add (roster->messages, PZ_ROSTER_CODE_VERSION_GUESSED, NULL, 0, NULL);
  report_missing (load);
  roster->users_mode = load->modes[PZ_ROSTER_KIND_USERS];
  roster->enrollments_mode = load->modes[PZ_ROSTER_KIND_ENROLLMENTS];
}

static gboolean
wants_demographic (const PzOneRosterOptions *options,
                   const char               *column)
{
  for (guint i = 0; options->demographics != NULL && options->demographics[i] != NULL; i++)
    if (g_ascii_strcasecmp (options->demographics[i], column) == 0)
      return TRUE;
  return FALSE;
}

/* one system writes all dates alike, so one that is beyond doubt tells how to read the others */
static PzDayOrder
find_day_order (PzOneRosterLoad *load)
{
  PzDayOrder found = PZ_DAY_ORDER_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (date_columns); i++)
    {
      const PzRosterFile *file = pz_roster_source_find (load->source, date_columns[i].kind);
      g_autoptr(PzRosterMessages) twice = pz_roster_messages_new ();
      g_autoptr(PzRosterTable) table = NULL;

      if (file == NULL || (date_columns[i].kind == PZ_ROSTER_KIND_DEMOGRAPHICS
                           && !wants_demographic (load->options, date_columns[i].column)))
        continue;
      table = pz_roster_table_new (file, twice);
      while (pz_roster_table_next (table))
        {
          PzDayOrder hint = pz_roster_date_hint (pz_roster_table_get (table, date_columns[i].column));

          if (hint == PZ_DAY_ORDER_UNKNOWN || hint == found)
            continue;
          if (found != PZ_DAY_ORDER_UNKNOWN)
            return PZ_DAY_ORDER_UNKNOWN; /* they contradict each other */
          found = hint;
        }
    }
  return found;
}

static void
report_doubled_files (PzOneRosterLoad *load)
{
  for (guint i = 0; i < pz_roster_source_get_n_files (load->source); i++)
    {
      const PzRosterFile *file = pz_roster_source_get_file (load->source, i);
      PzRosterKind kind = pz_roster_file_get_kind (file);

      if (kind == PZ_ROSTER_KIND_TABLE)
        pz_roster_messages_add (load->roster->messages, PZ_ROSTER_CODE_FILE_IGNORED,
                                pz_roster_file_get_name (file), 0, NULL);
      else if (pz_roster_source_find (load->source, kind) != file)
        pz_roster_messages_add (load->roster->messages, PZ_ROSTER_CODE_FILE_TWICE,
                                pz_roster_file_get_name (file), 0, NULL);
    }
}

/* never merged by themselves: siblings share an address, and schools use numbers twice */
static void
report_doubled_students (PzOneRosterLoad *load)
{
  g_autoptr(GPtrArray) doubles = pz_roster_list_doubles (load->roster);
  const PzRosterFile *file = pz_roster_source_find (load->source, PZ_ROSTER_KIND_USERS);

  for (guint i = 0; i < doubles->len; i++)
    {
      const PzRosterDouble *found = g_ptr_array_index (doubles, i);
      guint n_students = 0;

      for (guint j = 0; j < found->people->len; j++)
        {
          const PzRosterPerson *person = g_ptr_array_index (found->people, j);

          if (person->role == PZ_ROSTER_ROLE_STUDENT && ++n_students > 1)
            pz_roster_messages_add (load->roster->messages, PZ_ROSTER_CODE_SAME_PERSON, pz_roster_file_get_name (file),
                                    person->line, found->by_email ? "email" : "identifier");
        }
    }
}

/**
 * pz_one_roster_load:
 * @source: the files; may be loaded again with other options
 * @options: (nullable): %NULL for no demographics
 * @error: %PZ_ERROR_INVALID when there is neither a class nor a person to read in it
 *
 * Reads a OneRoster of version 1.1 or 1.2. Whatever is odd about a row or file becomes a message; the rest is read.
 *
 * Returns: (transfer full): the roster
 */
PzRoster *
pz_one_roster_load (const PzRosterSource      *source,
                    const PzOneRosterOptions  *options,
                    GError                   **error)
{
  static const PzOneRosterOptions nothing = { 0 };
  g_autoptr(PzRoster) roster = NULL;
  PzOneRosterLoad load = { .source = source, .options = options != NULL ? options : &nothing };

  g_return_val_if_fail (source != NULL, NULL);

  if (pz_roster_source_find (source, PZ_ROSTER_KIND_CLASSES) == NULL
      && pz_roster_source_find (source, PZ_ROSTER_KIND_USERS) == NULL)
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID,
                           _("There is no roster in it: neither classes.csv nor users.csv"));
      return NULL;
    }
  load.roster = roster = pz_roster_new ();
  pz_roster_messages_take (roster->messages, pz_roster_source_get_messages (source));
  report_doubled_files (&load);
  load.day_order = load.options->day_order != PZ_DAY_ORDER_UNKNOWN ? load.options->day_order
                                                                    : find_day_order (&load);
  roster->day_order = load.day_order;
  pz_one_roster_read_manifest (&load);
  pz_one_roster_read_orgs (&load);
  pz_one_roster_read_sessions (&load);
  pz_one_roster_read_courses (&load);
  pz_one_roster_read_classes (&load);
  pz_one_roster_read_users (&load);
  pz_one_roster_read_roles (&load);
  pz_one_roster_link_families (&load);
  pz_one_roster_read_demographics (&load);
  pz_one_roster_read_enrollments (&load);
  report_doubled_students (&load);
  return g_steal_pointer (&roster);
}

/**
 * pz_one_roster_list_demographics:
 * @source: the files
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns of demographics.csv a teacher may tick, as the
 *   header has them; no value was looked at
 */
char **
pz_one_roster_list_demographics (const PzRosterSource *source)
{
  static const char *const others[] = { "sourcedId", "userSourcedId", "userId", "status", "dateLastModified",
                                        "dataLastModified" };
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(PzRosterTable) table = NULL;
  const PzRosterFile *file;
  GPtrArray *columns;

  g_return_val_if_fail (source != NULL, NULL);

  file = pz_roster_source_find (source, PZ_ROSTER_KIND_DEMOGRAPHICS);
  columns = g_ptr_array_new ();
  if (file != NULL)
    table = pz_roster_table_new (file, messages);
  for (guint i = 0; table != NULL && i < pz_roster_table_get_n_columns (table); i++)
    {
      const char *name = pz_roster_table_get_header (table, i);
      gboolean other = *name == '\0';

      for (gsize j = 0; j < G_N_ELEMENTS (others); j++)
        other |= g_ascii_strcasecmp (name, others[j]) == 0;
      if (!other)
        g_ptr_array_add (columns, g_strdup (name));
    }
  g_ptr_array_add (columns, NULL);
  return (char **) g_ptr_array_free (columns, FALSE);
}
