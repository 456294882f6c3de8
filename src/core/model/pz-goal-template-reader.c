/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-template-private.h"

#include "pz-date.h"
#include "pz-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const PzField *
get_field (PzRecordType type,
           guint        field)
{
  return &pz_schema_get_record (type)->fields[field];
}

/* What was read, before any of it counts. Texts are owned; NULL and NaN: not said. */
typedef struct
{
  char *texts[PZ_GOAL_TEMPLATE_N_FIELDS];
  double numbers[PZ_GOAL_TEMPLATE_N_FIELDS];
  double days;
  GPtrArray *step_texts; /* char *, one for each step; "" where there is none */
  GArray *step_days;     /* double */
  char *levels[PZ_N_GAS_LEVELS];
} Content;

static void
content_init (Content *content)
{
  for (gsize i = 0; i < PZ_GOAL_TEMPLATE_N_FIELDS; i++)
    content->numbers[i] = NAN;
  content->days = NAN;
  content->step_texts = g_ptr_array_new_with_free_func (g_free);
  content->step_days = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
content_clear (Content *content)
{
  for (gsize i = 0; i < PZ_GOAL_TEMPLATE_N_FIELDS; i++)
    g_free (content->texts[i]);
  for (gsize i = 0; i < PZ_N_GAS_LEVELS; i++)
    g_free (content->levels[i]);
  g_clear_pointer (&content->step_texts, g_ptr_array_unref);
  g_clear_pointer (&content->step_days, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static gboolean
refuse (PzJsonReader *reader,
        const char   *name)
{
  /* Translators: %s is the name of a part of a file, as it stands there */
  pz_json_reader_fail (reader, PZ_ERROR_INVALID, _("“%s” is not what it must be"), name);
  return FALSE;
}

/* The last token must be one of the kind; an error of the reader itself stays the one that is told. */
static gboolean
expect (PzJsonReader *reader,
        PzJsonToken   token,
        PzJsonToken   wanted,
        const char   *name)
{
  if (token == wanted)
    return TRUE;
  return token == PZ_JSON_ERROR ? FALSE : refuse (reader, name);
}

static gboolean
read_text (PzJsonReader  *reader,
           const PzField *field,
           char         **text)
{
  const char *found;

  if (!expect (reader, pz_json_reader_next (reader), PZ_JSON_STRING, field->name))
    return FALSE;
  found = pz_json_reader_get_text (reader, NULL);
  if (*found != '\0' && !pz_field_check_text (field, found, NULL))
    return refuse (reader, field->name);
  g_free (*text);
  *text = g_strdup (found);
  return TRUE;
}

static gboolean
read_number (PzJsonReader  *reader,
             const PzField *field,
             double        *number)
{
  if (!expect (reader, pz_json_reader_next (reader), PZ_JSON_NUMBER, field->name))
    return FALSE;
  *number = pz_json_reader_get_number (reader);
  return pz_field_check_number (field, *number, NULL) || refuse (reader, field->name);
}

static gboolean
read_days (PzJsonReader *reader,
           double       *days)
{
  if (!expect (reader, pz_json_reader_next (reader), PZ_JSON_NUMBER, "days"))
    return FALSE;
  *days = pz_json_reader_get_number (reader);
  return (*days >= 0 && *days <= PZ_GOAL_TEMPLATE_MAX_DAYS && *days == floor (*days)) || refuse (reader, "days");
}

static gboolean
skip (PzJsonReader *reader)
{
  const char *slice;
  gsize length;

  return pz_json_reader_skip (reader, &slice, &length);
}

static gboolean
read_milestone (PzJsonReader *reader,
                Content      *content)
{
  g_autofree char *text = NULL;
  double days = NAN;
  PzJsonToken token;

  while ((token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "text")
          ? !read_text (reader, get_field (PZ_RECORD_MILESTONE, PZ_MILESTONE_TEXT), &text)
          : pz_json_reader_text_is (reader, "days") ? !read_days (reader, &days) : !skip (reader))
      return FALSE;
  if (!expect (reader, token, PZ_JSON_OBJECT_END, "milestones"))
    return FALSE;
  g_ptr_array_add (content->step_texts, text != NULL ? g_steal_pointer (&text) : g_strdup (""));
  g_array_append_val (content->step_days, days);
  return TRUE;
}

static gboolean
read_milestones (PzJsonReader *reader,
                 Content      *content)
{
  PzJsonToken token;

  if (!expect (reader, pz_json_reader_next (reader), PZ_JSON_ARRAY, "milestones"))
    return FALSE;
  while ((token = pz_json_reader_next (reader)) == PZ_JSON_OBJECT)
    {
      if (content->step_texts->len == PZ_GOAL_TEMPLATE_MAX_STEPS)
        return refuse (reader, "milestones");
      if (!read_milestone (reader, content))
        return FALSE;
    }
  return expect (reader, token, PZ_JSON_ARRAY_END, "milestones");
}

static gboolean
read_levels (PzJsonReader *reader,
             Content      *content)
{
  if (!expect (reader, pz_json_reader_next (reader), PZ_JSON_ARRAY, "levels"))
    return FALSE;
  for (guint i = 0; i < PZ_N_GAS_LEVELS; i++)
    if (!read_text (reader, get_field (PZ_RECORD_GAS_LEVEL, PZ_GAS_LEVEL_TEXT), &content->levels[i]))
      return FALSE;
  return expect (reader, pz_json_reader_next (reader), PZ_JSON_ARRAY_END, "levels");
}

static gboolean
read_member (PzJsonReader *reader,
             Content      *content)
{
  for (gsize i = 0; i < PZ_GOAL_TEMPLATE_N_FIELDS; i++)
    {
      const PzField *field = get_field (PZ_RECORD_GOAL, pz_goal_template_fields[i]);

      if (pz_json_reader_text_is (reader, field->name))
        return field->kind == PZ_FIELD_NUMBER ? read_number (reader, field, &content->numbers[i])
                                              : read_text (reader, field, &content->texts[i]);
    }
  if (pz_json_reader_text_is (reader, "days"))
    return read_days (reader, &content->days);
  if (pz_json_reader_text_is (reader, "milestones"))
    return read_milestones (reader, content);
  if (pz_json_reader_text_is (reader, "levels"))
    return read_levels (reader, content);
  return skip (reader);
}

static gboolean
read_content (const char  *text,
              Content     *content,
              GError     **error)
{
  g_autoptr(PzJsonReader) reader = pz_json_reader_new (text, strlen (text), PZ_GOAL_TEMPLATE_MAX_SIZE);
  PzJsonToken token = PZ_JSON_ERROR;

  if (expect (reader, pz_json_reader_next (reader), PZ_JSON_OBJECT, "{}"))
    while ((token = pz_json_reader_next (reader)) == PZ_JSON_MEMBER)
      if (!read_member (reader, content))
        break;
  if (token == PZ_JSON_OBJECT_END)
    pz_json_reader_next (reader); /* nothing may follow */
  return !pz_json_reader_take_error (reader, error);
}

/* ---- into the draft ---- */

static void
set_day (PzRecord   *record,
         guint       field,
         const char *start,
         double      days)
{
  g_autofree char *text = NULL;
  GDate day;

  if (isnan (days) || !pz_date_parse (start, &day))
    return;
  g_date_add_days (&day, (guint) days);
  text = pz_date_format (&day);
  /* a start that was typed wrong may lie at the end of the calendar */
  if (pz_date_is_valid (text))
    pz_record_set_text (record, field, text);
}

static void
set_steps (PzGoalDraft   *draft,
           const Content *content,
           const char    *start)
{
  GPtrArray *milestones = pz_goal_draft_get_milestones (draft);

  while (milestones->len > 0)
    pz_goal_draft_remove_milestone (draft, milestones->pdata[milestones->len - 1]);
  for (guint i = 0; i < content->step_texts->len; i++)
    {
      PzRecord *milestone = pz_goal_draft_add_milestone (draft);
      const char *text = content->step_texts->pdata[i];

      pz_record_set_text (milestone, PZ_MILESTONE_TEXT, *text != '\0' ? text : NULL);
      set_day (milestone, PZ_MILESTONE_DATE, start, g_array_index (content->step_days, double, i));
    }
}

/**
 * pz_goal_template_apply:
 * @text: of a template
 * @draft: gets what the template says; what the template does not keep stays as it is
 * @error: those of the strict reader, with line and column; %PZ_ERROR_INVALID for values that are none
 *
 * Dates are counted from the start of the draft. Without success the draft is as it was.
 *
 * Returns: whether the text could be read
 */
gboolean
pz_goal_template_apply (const char   *text,
                        PzGoalDraft  *draft,
                        GError      **error)
{
  g_auto(Content) content = { 0 };
  g_autofree char *start = NULL;
  PzRecord *goal;

  g_return_val_if_fail (text != NULL && PZ_IS_GOAL_DRAFT (draft), FALSE);

  content_init (&content);
  if (!read_content (text, &content, error))
    return FALSE;
  goal = pz_goal_draft_get_goal (draft);
  start = g_strdup (pz_record_get_text (goal, PZ_GOAL_START));
  for (gsize i = 0; i < PZ_GOAL_TEMPLATE_N_FIELDS; i++)
    if (get_field (PZ_RECORD_GOAL, pz_goal_template_fields[i])->kind == PZ_FIELD_NUMBER)
      pz_record_set_number (goal, pz_goal_template_fields[i], content.numbers[i]);
    else
      pz_record_set_text (goal, pz_goal_template_fields[i], content.texts[i] != NULL && *content.texts[i] != '\0' ? content.texts[i] : NULL);
  set_day (goal, PZ_GOAL_TARGET_DATE, start, content.days);
  set_steps (draft, &content, start);
  for (guint i = 0; i < PZ_N_GAS_LEVELS; i++)
    pz_record_set_text (pz_goal_draft_get_level (draft, PZ_GAS_LEAST + (int) i), PZ_GAS_LEVEL_TEXT,
                        content.levels[i] != NULL && *content.levels[i] != '\0' ? content.levels[i] : NULL);
  return TRUE;
}
