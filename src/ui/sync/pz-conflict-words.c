/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-words.h"

#include <glib/gi18n-lib.h>

/* first strong isolate ... pop directional isolate: a name of another direction leaves what stands around it alone */
static char *
isolate (const char *text)
{
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

/**
 * pz_conflict_words_place:
 * @conflict: a decision
 *
 * Returns: (transfer full): whose field it is: "Amina Yusuf · Reads aloud fluently"
 */
char *
pz_conflict_words_place (const PzConflict *conflict)
{
  const char *parts[] = { conflict->document_title, conflict->record_title,
                          conflict->archived ? C_("learner", "archived") : NULL };
  g_autoptr(GString) place = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = parts[i] != NULL && *parts[i] != '\0' ? isolate (parts[i]) : NULL;

      if (part != NULL)
        g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", part);
    }
  return g_strdup (place->str);
}

static char *
day_to_words (GDateTime *time,
              GDateTime *now)
{
  g_autoptr(GDateTime) yesterday = g_date_time_add_days (now, -1);
  GDateTime *days[] = { now, yesterday };
  const char *words[] = { C_("day", "today"), C_("day", "yesterday") };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_date_time_get_year (time) == g_date_time_get_year (days[i])
        && g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (days[i]))
      return g_strdup (words[i]);
  if (g_date_time_get_year (time) == g_date_time_get_year (now))
    /* Translators: a day of this year for strftime: 20 November */
    return g_date_time_format (time, C_("calendar", "%-d %B"));
  /* Translators: a day of another year for strftime: 20 November 2025 */
  return g_date_time_format (time, C_("calendar", "%-d %B %Y"));
}

/**
 * pz_conflict_words_when:
 * @ms: a point in time, ms since 1970 UTC
 * @now: the time it is, ms since 1970 UTC
 *
 * Returns: (transfer full): "today, 09:12", "20 November, 14:05"; "" for no time there can be
 */
char *
pz_conflict_words_when (gint64 ms,
                        gint64 now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (ms / 1000);
  g_autoptr(GDateTime) today = g_date_time_new_from_unix_local (now / 1000);
  g_autofree char *day = NULL, *clock = NULL;

  if (time == NULL || today == NULL)
    return g_strdup ("");
  day = day_to_words (time, today);
  /* Translators: a time of day, for strftime: hours and minutes */
  clock = g_date_time_format (time, C_("time of day", "%H:%M"));
  /* Translators: a day and a time of day */
  return g_strdup_printf (C_("conflict", "%1$s, %2$s"), day, clock);
}

/**
 * pz_conflict_words_hint:
 * @conflict: a decision
 * @names: what devices are called
 *
 * Returns: (transfer full) (nullable): what has to be known to decide, for what lies in the trash
 */
char *
pz_conflict_words_hint (const PzConflict    *conflict,
                        const PzDeviceNames *names)
{
  const PzConflictValue *deleted, *edited;
  g_autofree char *by = NULL, *from = NULL, *shown = NULL, *shown_from = NULL;

  if (conflict->kind != PZ_CONFLICT_IN_TRASH)
    return NULL;
  deleted = pz_conflict_get_value (conflict, 0);
  edited = pz_conflict_get_value (conflict, 1);
  by = pz_device_names_dup_words (names, edited->device, FALSE);
  shown = isolate (by);
  if (deleted->here)
    /* Translators: %s is a computer, such as School laptop */
    return g_strdup_printf (C_("conflict", "Edited on %s after you deleted it"), shown);
  from = pz_device_names_dup_words (names, deleted->device, FALSE);
  shown_from = isolate (from);
  if (edited->here)
    /* Translators: %s is a computer, such as School laptop */
    return g_strdup_printf (C_("conflict", "Edited here after it was deleted on %s"), shown_from);
  /* Translators: two computers, such as School laptop */
  return g_strdup_printf (C_("conflict", "Edited on %1$s after it was deleted on %2$s"), shown, shown_from);
}

/**
 * pz_conflict_words_badge:
 * @n_values: how many values a field holds
 *
 * Returns: (transfer full): "2 values"
 */
char *
pz_conflict_words_badge (guint n_values)
{
  /* Translators: how many values of one field differ between devices */
  return g_strdup_printf (ngettext ("%u value", "%u values", n_values), n_values);
}
