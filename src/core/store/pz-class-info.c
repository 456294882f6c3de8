/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-info-private.h"

#include "pz-document-peek.h"
#include "pz-index-private.h"

#include <glib/gi18n-lib.h>

#define CLASSROOM_NAME "classroom.json"
#define INDEX_NAME "cache/index.json"

struct _PzClassInfo
{
  GObject parent_instance;

  char *id;
  char *name; /* NULL: none, or not readable */
  char *path;
  char *sourced_id;
  char *problem;
  char *collate_key; /* of the name, in the locale's order */
  guint n_learners;
  gboolean deleted;
};

G_DEFINE_FINAL_TYPE (PzClassInfo, pz_class_info, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_PATH,
  PROP_SOURCED_ID,
  PROP_N_LEARNERS,
  PROP_DELETED,
  PROP_PROBLEM,
  N_PROPERTIES,
} PzClassInfoProperty;

static GParamSpec *properties[N_PROPERTIES];

static void
take_text (PzJsonReader  *reader,
           char         **text)
{
  const char *found = pz_peek_text (reader);

  g_free (*text);
  *text = g_strdup (found);
}

/* Reads the members of the class's own record; everything else in the document is only checked. */
static void
read_member (PzDocumentPeek *peek,
             gpointer        user_data)
{
  PzClassInfo *self = user_data;
  PzJsonReader *reader = peek->reader;

  if (!pz_json_reader_text_is (reader, pz_schema_get_record (PZ_RECORD_CLASSROOM)->name))
    {
      pz_json_reader_skip (reader, NULL, NULL);
      return;
    }
  if (!pz_peek_expect (reader, PZ_JSON_OBJECT, "classroom"))
    return;
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      int field = pz_schema_find_field (PZ_RECORD_CLASSROOM, pz_json_reader_get_text (reader, NULL));

      if (field == PZ_CLASSROOM_NAME)
        take_text (reader, &self->name);
      else if (field == PZ_CLASSROOM_SOURCED_ID)
        take_text (reader, &self->sourced_id);
      else if (field == PZ_CLASSROOM_DELETED)
        self->deleted = pz_peek_text (reader) != NULL;
      else
        pz_json_reader_skip (reader, NULL, NULL);
    }
}

static gboolean
read_document (PzClassInfo  *self,
               GBytes       *bytes,
               gboolean      may_be_newer,
               GError      **error)
{
  g_autoptr(PzJsonReader) reader = NULL;
  PzDocumentPeek peek = { .kind = PZ_DOCUMENT_CLASSROOM, .wanted_id = self->id, .may_be_newer = may_be_newer };
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  reader = pz_json_reader_new (data, length, PZ_JSON_MAX_SIZE);
  peek.reader = reader;
  return pz_document_peek_run (&peek, read_member, self, error);
}

/* From the header of the index, else from the files. */
static guint
count_learners (PzClassInfo *self,
                PzStore     *store)
{
  g_autoptr(GBytes) bytes = pz_store_read (store, INDEX_NAME, NULL, NULL);
  g_autoptr(PzIndexChanges) all = NULL;
  guint n_shown = 0;

  if (bytes != NULL && pz_index_cache_peek (bytes, self->id, &n_shown))
    return n_shown;
  all = pz_index_scan_store (store, NULL, NULL, NULL);
  for (guint i = 0; all != NULL && i < all->changed->len; i++)
    n_shown += pz_index_entry_is_shown (g_ptr_array_index (all->changed, i));
  return n_shown;
}

static char *
describe_problem (const GError *error)
{
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_SAFE))
    return g_strdup (_("The folder of this class is not safe: it is a link, belongs to somebody else, or others can"
                       " write to it."));
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW))
    return g_strdup (_("This class was written by a newer version of Personalize."));
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return g_strdup (_("The file “classroom.json” of this class is missing. The learners are still there."));
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_IO) || g_error_matches (error, PZ_ERROR, PZ_ERROR_READ_ONLY)
      || g_error_matches (error, PZ_ERROR, PZ_ERROR_LOCKED))
    return g_strdup (error->message);
  /* Translators: %s says where in the file and what */
  return g_strdup_printf (_("The file “classroom.json” of this class is damaged and was left as it is: %s"),
                          error->message);
}

/* A folder in which a class was begun and nothing written yet is no class. */
static gboolean
is_empty (PzStore *store)
{
  g_autoptr(GPtrArray) learners = pz_store_list (store, "learners", NULL);

  return learners != NULL && learners->len == 0;
}

/* Reads the class; a commit that its program did not finish is finished first. FALSE when there is no class. */
static gboolean
read_class (PzClassInfo   *self,
            PzEnvironment *environment)
{
  g_autoptr(PzStore) store = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  store = pz_store_open (environment, self->path, PZ_STORE_READ_ONLY, &error);
  /* gone since somebody saw it there */
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    return FALSE;
  if (store != NULL)
    bytes = pz_store_read (store, CLASSROOM_NAME, NULL, &error);
  if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND))
    {
      g_clear_error (&error);
      g_clear_object (&store);
      store = pz_store_open (environment, self->path, PZ_STORE_NONE, &error);
      if (store != NULL)
        bytes = pz_store_read (store, CLASSROOM_NAME, NULL, &error);
      if (g_error_matches (error, PZ_ERROR, PZ_ERROR_NOT_FOUND) && (store == NULL || is_empty (store)))
        return FALSE;
    }
  /* one of a newer version opens to be looked at: what we understand of it is shown */
  if (bytes != NULL
      && (read_document (self, bytes, FALSE, &error)
          || (g_error_matches (error, PZ_ERROR, PZ_ERROR_TOO_NEW) && read_document (self, bytes, TRUE, NULL))))
    self->n_learners = count_learners (self, store);
  if (error != NULL)
    self->problem = describe_problem (error);
  return TRUE;
}

static void
pz_class_info_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PzClassInfo *self = PZ_CLASS_INFO (object);

  switch ((PzClassInfoProperty) property)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, pz_class_info_get_name (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_SOURCED_ID:
      g_value_set_string (value, self->sourced_id);
      break;
    case PROP_N_LEARNERS:
      g_value_set_uint (value, self->n_learners);
      break;
    case PROP_DELETED:
      g_value_set_boolean (value, self->deleted);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
pz_class_info_finalize (GObject *object)
{
  PzClassInfo *self = PZ_CLASS_INFO (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->path);
  g_free (self->sourced_id);
  g_free (self->problem);
  g_free (self->collate_key);
  G_OBJECT_CLASS (pz_class_info_parent_class)->finalize (object);
}

static void
pz_class_info_class_init (PzClassInfoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pz_class_info_get_property;
  object_class->finalize = pz_class_info_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_SOURCED_ID] = g_param_spec_string ("sourced-id", NULL, NULL, NULL, flags);
  properties[PROP_N_LEARNERS] = g_param_spec_uint ("n-learners", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DELETED] = g_param_spec_boolean ("deleted", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pz_class_info_init (PzClassInfo *self)
{
}

/**
 * pz_class_info_read:
 * @environment: time and chance
 * @path: a folder named by the id of a class
 *
 * Returns: (transfer full) (nullable): what is known of the class, with its problem if it has one; %NULL when there is
 *   no class in the folder
 */
PzClassInfo *
pz_class_info_read (PzEnvironment *environment,
                    const char    *path)
{
  g_autoptr(PzClassInfo) self = g_object_new (PZ_TYPE_CLASS_INFO, NULL);

  self->path = g_strdup (path);
  self->id = g_path_get_basename (path);
  if (!read_class (self, environment))
    return NULL;
  self->collate_key = g_utf8_collate_key (pz_class_info_get_name (self), -1);
  return g_steal_pointer (&self);
}

/**
 * pz_class_info_get_collate_key:
 *
 * Returns: compares by strcmp() as the name in the locale's order
 */
const char *
pz_class_info_get_collate_key (PzClassInfo *self)
{
  return self->collate_key;
}

/**
 * pz_class_info_get_id:
 *
 * Returns: the id, which is the name of the folder too
 */
const char *
pz_class_info_get_id (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), NULL);

  return self->id;
}

/**
 * pz_class_info_get_name:
 *
 * Returns: the name; words of the program when there is none, or it could not be read
 */
const char *
pz_class_info_get_name (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), NULL);

  if (self->name != NULL)
    return self->name;
  /* Translators: both stand in place of the name of a class */
  return self->problem != NULL ? _("Class that cannot be opened") : _("Class without a name");
}

/**
 * pz_class_info_get_path:
 *
 * Returns: the absolute path of the folder
 */
const char *
pz_class_info_get_path (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), NULL);

  return self->path;
}

/**
 * pz_class_info_get_sourced_id:
 *
 * Returns: (nullable): what recognises the class in a roster
 */
const char *
pz_class_info_get_sourced_id (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), NULL);

  return self->sourced_id;
}

/**
 * pz_class_info_get_n_learners:
 *
 * Returns: how many learners are neither in the trash nor archived, as far as the index was written; 0 with a problem
 */
guint
pz_class_info_get_n_learners (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), 0);

  return self->n_learners;
}

/**
 * pz_class_info_is_deleted:
 *
 * Returns: whether the class is in the trash
 */
gboolean
pz_class_info_is_deleted (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), FALSE);

  return self->deleted;
}

/**
 * pz_class_info_get_problem:
 *
 * Returns: (nullable): why the class cannot be opened, or not be changed, in words for people
 */
const char *
pz_class_info_get_problem (PzClassInfo *self)
{
  g_return_val_if_fail (PZ_IS_CLASS_INFO (self), NULL);

  return self->problem;
}
