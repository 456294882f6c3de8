/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-history-words.h"

#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/* Digits of the id of another device that are shown of it. */
#define SHORT_ID 4

/* first strong isolate ... pop directional isolate: a value of another direction leaves the sentence around it alone */
static char *
isolate (const char *text)
{
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

static const PzField *
field_of (PzHistoryEntry *entry)
{
  return entry->has_type && entry->field >= 0 ? &pz_schema_get_record (entry->type)->fields[entry->field] : NULL;
}

/* What may be read by others while names are hidden: choices, numbers and chips, not what was written about somebody. */
static gboolean
is_private (PzHistoryEntry *entry)
{
  const PzField *field = field_of (entry);

  if (field == NULL || entry->type == PZ_RECORD_CONTACT || (field->flags & PZ_FIELD_SENSITIVE))
    return TRUE;
  if (field->flags & PZ_FIELD_SET)
    return field->kind == PZ_FIELD_REFERENCE;
  return field->kind == PZ_FIELD_TEXT || field->kind == PZ_FIELD_LONG_TEXT || field->kind == PZ_FIELD_REFERENCE;
}

/* (transfer full) (nullable): a value as it may be shown, ready to stand in a sentence */
static char *
dup_value (PzHistoryEntry *entry,
           const char     *value)
{
  g_autofree char *shown = is_private (entry) ? pz_privacy_dup_text (value) : g_strdup (value);

  return shown != NULL ? isolate (shown) : NULL;
}

static const char *
type_label (PzHistoryEntry *entry)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "record", pz_schema_get_record (entry->type)->label);
}

/* "Goal “Reads aloud”"; NULL when the record is the document itself, whose name stands in front */
static char *
dup_record (PzHistoryEntry *entry)
{
  g_autofree char *title = NULL;

  if (!entry->has_type)
    return g_strdup (C_("history", "Something that is gone"));
  if (entry->type == pz_schema_get_document (entry->kind)->owner)
    return NULL;
  if (entry->record_title == NULL || pz_privacy_is_hidden ())
    return g_strdup (type_label (entry));
  title = isolate (entry->record_title);
  /* Translators: a kind of thing, such as Goal, and what it is called */
  return g_strdup_printf (C_("history", "%1$s “%2$s”"), type_label (entry), title);
}

/**
 * pz_history_words_title:
 * @entry: what was done
 * @names_learner: whether the name of the learner is said too: the list is of a whole class
 *
 * Returns: (transfer full): what was changed: "Noor Jansen · Goal “Reads aloud” · Target"
 */
char *
pz_history_words_title (PzHistoryEntry *entry,
                        gboolean        names_learner)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *record = NULL;
  g_auto(GStrv) list = NULL;

  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (entry), NULL);

  record = dup_record (entry);
  if (names_learner && entry->kind == PZ_DOCUMENT_LEARNER)
    {
      g_autofree char *name = pz_privacy_dup_name (entry->document, entry->document_title);
      g_autofree char *isolated = isolate (*name != '\0' ? name : C_("history", "A learner who is gone"));

      g_strv_builder_add (parts, isolated);
    }
  else if (names_learner)
    g_strv_builder_add (parts, g_dpgettext2 (GETTEXT_PACKAGE, "record", pz_schema_get_record (
                                               pz_schema_get_document (entry->kind)->owner)->label));
  if (record != NULL)
    g_strv_builder_add (parts, record);
  if (entry->act <= PZ_HISTORY_TAKEN_OUT && pz_history_entry_get_field_label (entry) != NULL)
    g_strv_builder_add (parts, pz_history_entry_get_field_label (entry));
  else if (record == NULL && !names_learner && entry->has_type)
    g_strv_builder_add (parts, type_label (entry));
  list = g_strv_builder_end (parts);
  return g_strjoinv (" · ", list);
}

/* the value of a single field */
static char *
dup_changed (PzHistoryEntry *entry)
{
  g_autofree char *before = dup_value (entry, entry->before);
  g_autofree char *after = dup_value (entry, entry->after);

  if (before != NULL && after != NULL)
    /* Translators: a value of a field before and after a change */
    return g_strdup_printf (C_("history", "From “%1$s” to “%2$s”"), before, after);
  if (after != NULL)
    /* Translators: what a field holds that was empty before */
    return g_strdup_printf (C_("history", "Filled with “%s”"), after);
  if (before != NULL)
    /* Translators: what a field held that is empty now */
    return g_strdup_printf (C_("history", "Emptied of “%s”"), before);
  return g_strdup (C_("history", "Changed"));
}

/**
 * pz_history_words_change:
 * @entry: what was done
 *
 * Returns: (transfer full): how it was changed, as a short sentence without a full stop
 */
char *
pz_history_words_change (PzHistoryEntry *entry)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (entry), NULL);

  switch (entry->act)
    {
    case PZ_HISTORY_PUT_IN:
      value = dup_value (entry, entry->after);
      /* Translators: a chip, such as an interest, that a learner got */
      return g_strdup_printf (C_("history", "“%s” added"), value != NULL ? value : "");
    case PZ_HISTORY_TAKEN_OUT:
      value = dup_value (entry, entry->before);
      /* Translators: a chip, such as an interest, that was taken away */
      return g_strdup_printf (C_("history", "“%s” removed"), value != NULL ? value : "");
    case PZ_HISTORY_ADDED:
      return g_strdup (C_("history", "New"));
    case PZ_HISTORY_DELETED:
      return g_strdup (C_("history", "Moved to the trash"));
    case PZ_HISTORY_RESTORED:
      return g_strdup (C_("history", "Back from the trash"));
    case PZ_HISTORY_CHANGED:
    default:
      return dup_changed (entry);
    }
}

/**
 * pz_history_words_where:
 * @entry: what was done
 *
 * Returns: (transfer full): the time of day here, and the device
 */
char *
pz_history_words_where (PzHistoryEntry *entry)
{
  g_autoptr(GDateTime) time = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *device = NULL;

  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (entry), NULL);

  time = g_date_time_new_from_unix_local (entry->time);
  /* Translators: a time of day, for strftime: hours and minutes */
  clock = time != NULL ? g_date_time_format (time, C_("time of day", "%H:%M")) : g_strdup ("");
  if (entry->here)
    /* Translators: %s is a time of day */
    return g_strdup_printf (C_("history", "%s on this computer"), clock);
  device = g_strndup (entry->device, SHORT_ID);
  /* Translators: a time of day, and a few letters that tell one other computer from the next */
  return g_strdup_printf (C_("history", "%1$s on another computer (%2$s)"), clock, device);
}

/**
 * pz_history_words_day:
 * @entry: what was done
 *
 * Returns: (transfer full): the day here, with the name of the day of the week
 */
char *
pz_history_words_day (PzHistoryEntry *entry)
{
  g_autoptr(GDateTime) time = NULL;

  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (entry), NULL);

  time = g_date_time_new_from_unix_local (entry->time);
  /* Translators: a day in full for strftime: Thursday 26 November 2026 */
  return time != NULL ? g_date_time_format (time, C_("calendar", "%A %-d %B %Y")) : g_strdup ("");
}

/**
 * pz_history_words_button:
 * @entry: one that may be restored
 *
 * Returns: (transfer full): what a button does that brings the earlier state back, for people who cannot see the row
 */
char *
pz_history_words_button (PzHistoryEntry *entry)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (PZ_IS_HISTORY_ENTRY (entry), NULL);

  if (entry->act == PZ_HISTORY_DELETED)
    return g_strdup (_("Restore from the Trash"));
  if (entry->act == PZ_HISTORY_PUT_IN)
    {
      value = dup_value (entry, entry->after);
      /* Translators: %s is a chip, such as an interest, that was added */
      return g_strdup_printf (_("Take Out Again: “%s”"), value != NULL ? value : "");
    }
  value = dup_value (entry, entry->before);
  if (value == NULL)
    return g_strdup (_("Restore This Value: Empty"));
  /* Translators: %s is what a field held before */
  return g_strdup_printf (_("Restore This Value: “%s”"), value);
}
