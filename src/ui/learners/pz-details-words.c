/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-details-words.h"

#include "pz-date.h"
#include "pz-edit.h"
#include "pz-i18n.h"
#include "pz-lens-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
new_line (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
append (GPtrArray  *line,
        const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (line, g_strdup (text));
}

static char *
finish (GPtrArray  *line,
        const char *otherwise)
{
  if (line->len == 0)
    return g_strdup (otherwise);
  g_ptr_array_add (line, NULL);
  return pz_i18n_join_facts ((const char * const *) line->pdata);
}

/**
 * pz_details_is_field_on:
 * @classroom: the class
 * @field: of a learner
 *
 * Returns: whether it is to be seen: sensitive fields are off until the teacher turns them on for the class
 */
gboolean
pz_details_is_field_on (PzClassroom *classroom,
                        guint        field)
{
  const PzField *schema = &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field];
  PzRecord *class_record = pz_document_get_owner (pz_classroom_get_document (classroom));

  return !(schema->flags & PZ_FIELD_SENSITIVE) || pz_record_set_has (class_record, PZ_CLASSROOM_FIELDS_ON, schema->name);
}

/* "born 3 May 2016" in the way of the locale */
static char *
dup_birth (PzRecord *learner)
{
  char text[64];
  GDate birth;

  if (!pz_date_parse (pz_record_get_text (learner, PZ_LEARNER_BIRTH_DATE), &birth))
    return NULL;
  /* Translators: a day for strftime, with the month in words: 3 May 2016 */
  g_date_strftime (text, sizeof text, C_("day", "%-d %B %Y"), &birth);
  /* Translators: %s is a day */
  return g_strdup_printf (_("born %s"), text);
}

/**
 * pz_details_dup_names:
 * @classroom: the class
 * @learner: the learner
 *
 * Returns: (transfer full): the whole name, and when the learner was born where that is wanted
 */
char *
pz_details_dup_names (PzClassroom *classroom,
                      PzRecord    *learner)
{
  const guint names[] = { PZ_LEARNER_GIVEN_NAME, PZ_LEARNER_MIDDLE_NAME, PZ_LEARNER_FAMILY_NAME };
  g_autoptr(GString) name = g_string_new (NULL);
  g_autoptr(GPtrArray) line = new_line ();
  g_autofree char *birth = pz_details_is_field_on (classroom, PZ_LEARNER_BIRTH_DATE) ? dup_birth (learner) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (pz_record_get_text (learner, names[i]) != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", pz_record_get_text (learner, names[i]));
  append (line, name->str);
  append (line, birth);
  return finish (line, _("Not written yet"));
}

/**
 * pz_details_dup_home:
 * @learner: the learner
 *
 * Returns: (transfer full): what is known of device, internet and a quiet place at home
 */
char *
pz_details_dup_home (PzRecord *learner)
{
  const guint fields[] = { PZ_LEARNER_DEVICE_AT_HOME, PZ_LEARNER_INTERNET_AT_HOME, PZ_LEARNER_QUIET_PLACE };
  const char *labels[] = { C_("access at home", "Device"), C_("access at home", "Internet"),
                           C_("access at home", "Quiet place") };
  g_autoptr(GPtrArray) line = new_line ();

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *choice = pz_record_get_text (learner, fields[i]);
      g_autofree char *part = NULL;

      if (choice == NULL)
        continue;
      /* Translators: something at home and how it is: Internet: Unsteady */
      part = g_strdup_printf (C_("access at home", "%1$s: %2$s"), labels[i], pz_choice_get_label (fields[i], choice));
      append (line, part);
    }
  return finish (line, C_("access at home", "Not known"));
}

/**
 * pz_details_dup_lenses:
 * @classroom: the class
 * @learner: the learner
 *
 * Returns: (transfer full): what is noted for the lenses of the class
 */
char *
pz_details_dup_lenses (PzClassroom *classroom,
                       PzRecord    *learner)
{
  GListModel *lenses = pz_document_get_records (pz_classroom_get_document (classroom), PZ_RECORD_LENS);
  g_autoptr(GPtrArray) line = new_line ();

  for (guint i = 0; i < g_list_model_get_n_items (lenses); i++)
    {
      g_autoptr(PzRecord) lens = g_list_model_get_item (lenses, i);
      g_autofree char *value = pz_lens_value_dup (learner, pz_record_get_id (lens));
      const char *name = pz_record_get_text (lens, PZ_LENS_NAME);
      g_autofree char *part = NULL;

      if (value == NULL || pz_record_is_deleted (lens))
        continue;
      /* Translators: a lens of the class and what is noted: Learning support: none */
      part = g_strdup_printf (C_("lens", "%1$s: %2$s"), name != NULL ? name : C_("lens", "Lens without a name"), value);
      append (line, part);
    }
  return finish (line, C_("lens", "Nothing noted"));
}

static char *
dup_first_line (const char *text)
{
  const char *end = text != NULL ? strchr (text, '\n') : NULL;

  return end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
}

/**
 * pz_details_dup_notes:
 * @learner: the learner
 *
 * Returns: (transfer full): how the notes begin; of the private ones only that there are some, others may look on
 */
char *
pz_details_dup_notes (PzRecord *learner)
{
  g_autofree char *first = dup_first_line (pz_record_get_text (learner, PZ_LEARNER_NOTES));
  g_autoptr(GPtrArray) line = new_line ();

  append (line, first);
  if (!pz_record_is_empty (learner, PZ_LEARNER_PRIVATE_NOTES))
    append (line, _("Private notes"));
  return finish (line, _("Nothing written"));
}
