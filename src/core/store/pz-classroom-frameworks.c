/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-classroom-frameworks.h"

#include "pz-classroom-private.h"
#include "pz-document-peek.h"
#include "pz-framework-reading-private.h"

#include <string.h>

/**
 * pz_framework_info_free:
 */
void
pz_framework_info_free (PzFrameworkInfo *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->problem);
  g_free (self);
}

static void
read_owner (PzJsonReader    *reader,
            PzFrameworkInfo *info)
{
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "framework"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, "title"))
      {
        g_free (info->title);
        info->title = g_strdup (pz_peek_text (reader));
      }
    else if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      info->deleted = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
}

/* behind the opening brace */
static void
read_standard (PzJsonReader    *reader,
               PzFrameworkInfo *info)
{
  gboolean deleted = FALSE, retired = FALSE;

  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    if (pz_json_reader_text_is (reader, PZ_FIELD_DELETED_NAME))
      deleted = pz_peek_text (reader) != NULL;
    else if (pz_json_reader_text_is (reader, "retired"))
      retired = pz_peek_text (reader) != NULL;
    else
      pz_json_reader_skip (reader, NULL, NULL);
  info->n_standards += !deleted;
  info->n_retired += !deleted && retired;
}

static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  PzFrameworkInfo *info = user_data;
  PzJsonToken token;

  if (pz_json_reader_text_is (peek->reader, "framework"))
    read_owner (peek->reader, info);
  else if (!pz_json_reader_text_is (peek->reader, "standards"))
    pz_json_reader_skip (peek->reader, NULL, NULL);
  else if (pz_peek_expect (peek->reader, PZ_JSON_ARRAY, "standards"))
    {
      while ((token = pz_json_reader_next (peek->reader)) != PZ_JSON_ARRAY_END && token != PZ_JSON_ERROR)
        if (token == PZ_JSON_OBJECT)
          read_standard (peek->reader, info);
        else
          pz_peek_finish (peek->reader, token);
    }
}

/*
 * pz_framework_info_read:
 * @store: the files of the class; any thread
 * @may_be_newer: whether files of newer versions can be read, too
 *
 * Returns: (transfer full): what is known of the framework, or why nothing is
 */
PzFrameworkInfo *
pz_framework_info_read (PzStore    *store,
                        gboolean    may_be_newer,
                        const char *id)
{
  g_autofree char *name = pz_document_file_name (PZ_DOCUMENT_FRAMEWORK, id);
  PzFrameworkInfo *info = g_new0 (PzFrameworkInfo, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = pz_store_read (store, name, NULL, &error);
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_FRAMEWORK, .wanted_id = id, .may_be_newer = may_be_newer };

  info->id = g_strdup (id);
  if (bytes != NULL)
    pz_document_peek_bytes (&peek, bytes, read_member, info, &error);
  if (error != NULL)
    {
      info->problem = g_strdup (error->message);
      g_clear_pointer (&info->title, g_free);
      info->n_standards = info->n_retired = 0;
      info->deleted = FALSE;
    }
  return info;
}

/*
 * pz_framework_info_compare:
 *
 * Returns: order by title, for arrays of pointers
 */
int
pz_framework_info_compare (gconstpointer a,
                           gconstpointer b)
{
  const PzFrameworkInfo *x = *(PzFrameworkInfo *const *) a, *y = *(PzFrameworkInfo *const *) b;
  int order = g_utf8_collate (x->title != NULL ? x->title : "", y->title != NULL ? y->title : "");

  return order != 0 ? order : strcmp (x->id, y->id);
}

/**
 * pz_classroom_list_frameworks:
 * @error: the folder could not be read
 *
 * Looks into the files in one strict pass each; what waits to be saved is not seen. A class has a handful of frameworks:
 * there are no rows of them in the index.
 *
 * Returns: (transfer full) (element-type PzFrameworkInfo): by title; %NULL with @error set
 */
GPtrArray *
pz_classroom_list_frameworks (PzClassroom  *self,
                              GError      **error)
{
  g_autoptr(GPtrArray) ids = NULL;
  GPtrArray *infos;

  g_return_val_if_fail (PZ_IS_CLASSROOM (self), NULL);

  ids = pz_classroom_list (self, PZ_DOCUMENT_FRAMEWORK, error);
  if (ids == NULL)
    return NULL;
  infos = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_framework_info_free);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (infos, pz_framework_info_read (self->store, self->newer, g_ptr_array_index (ids, i)));
  g_ptr_array_sort (infos, pz_framework_info_compare);
  return infos;
}
