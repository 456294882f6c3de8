/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-names.h"

#include <glib/gi18n-lib.h>

/* So much of a statement tells it from others in a menu. */
#define MOST_CHARS 60

struct _PzStandardNames
{
  PzClassroom *classroom;
  GPtrArray *frameworks; /* of PzDocument; NULL until the first name is asked for */
};

/**
 * pz_standard_names_new:
 * @classroom: the class
 *
 * Returns: (transfer full): the names, not read yet
 */
PzStandardNames *
pz_standard_names_new (PzClassroom *classroom)
{
  PzStandardNames *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_new0 (PzStandardNames, 1);
  self->classroom = g_object_ref (classroom);
  return self;
}

/**
 * pz_standard_names_free:
 * @self: (transfer full) (nullable): what to free
 */
void
pz_standard_names_free (PzStandardNames *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  g_object_unref (self->classroom);
  g_free (self);
}

/**
 * pz_standard_names_has_any:
 * @self: the names
 *
 * Returns: whether the class has a framework
 */
gboolean
pz_standard_names_has_any (PzStandardNames *self)
{
  g_autoptr(GPtrArray) ids = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  ids = pz_classroom_list (self->classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  return ids != NULL && ids->len > 0;
}

/* one that cannot be read has no names; that it cannot is said where frameworks are listed */
static void
read_frameworks (PzStandardNames *self)
{
  g_autoptr(GPtrArray) ids = pz_classroom_list (self->classroom, PZ_DOCUMENT_FRAMEWORK, NULL);

  self->frameworks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PzDocument *framework = pz_classroom_load (self->classroom, PZ_DOCUMENT_FRAMEWORK, ids->pdata[i], NULL);

      if (framework != NULL)
        g_ptr_array_add (self->frameworks, framework);
    }
}

static char *
dup_short (const char *statement)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (statement, -1) <= MOST_CHARS)
    return g_strdup (statement);
  start = g_utf8_substring (statement, 0, MOST_CHARS);
  return g_strconcat (start, "…", NULL);
}

/**
 * pz_standard_names_dup_label:
 * @self: the names
 * @id: id of a standard
 *
 * Returns: (transfer full) (nullable): its short name and the beginning of what it asks for; %NULL when no framework of
 *   the class has it
 */
char *
pz_standard_names_dup_label (PzStandardNames *self,
                             const char      *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (self->frameworks == NULL)
    read_frameworks (self);
  for (guint i = 0; i < self->frameworks->len; i++)
    {
      PzRecord *standard = pz_document_find (self->frameworks->pdata[i], id);
      const char *code = standard != NULL ? pz_record_get_text (standard, PZ_STANDARD_CODE) : NULL;
      const char *statement = standard != NULL ? pz_record_get_text (standard, PZ_STANDARD_STATEMENT) : NULL;
      g_autofree char *text = statement != NULL ? dup_short (statement) : NULL;

      if (code != NULL && text != NULL)
        return g_strdup_printf ("%s · %s", code, text);
      if (standard != NULL)
        return g_strdup (code != NULL ? code : text != NULL ? text : id);
    }
  return NULL;
}
