/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-names.h"

#include "pz-standard-labels.h"

struct _PzStandardNames
{
  GObject parent_instance;

  PzClassroom *classroom;
  GCancellable *cancellable;
  GHashTable *labels; /* id -> label; NULL until they are read */
};

G_DEFINE_FINAL_TYPE (PzStandardNames, pz_standard_names, G_TYPE_OBJECT)

static guint changed_signal;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PzStandardNames) self = PZ_STANDARD_NAMES (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  GHashTable *labels = pz_classroom_collect_standard_labels_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* a folder that cannot be read has no names; that it cannot is said where frameworks are listed */
  self->labels = labels != NULL ? labels : g_hash_table_new (g_str_hash, g_str_equal);
  g_signal_emit (self, changed_signal, 0);
}

static void
pz_standard_names_dispose (GObject *object)
{
  PzStandardNames *self = PZ_STANDARD_NAMES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_standard_names_parent_class)->dispose (object);
}

static void
pz_standard_names_finalize (GObject *object)
{
  PzStandardNames *self = PZ_STANDARD_NAMES (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  G_OBJECT_CLASS (pz_standard_names_parent_class)->finalize (object);
}

static void
pz_standard_names_class_init (PzStandardNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_standard_names_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_standard_names_finalize;
  /**
   * PzStandardNames::changed:
   *
   * The names are there.
   */
  changed_signal = g_signal_new ("changed", PZ_TYPE_STANDARD_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pz_standard_names_init (PzStandardNames *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * pz_standard_names_new:
 * @classroom: the class
 *
 * Returns: (transfer full): the names, which are being read
 */
PzStandardNames *
pz_standard_names_new (PzClassroom *classroom)
{
  PzStandardNames *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_STANDARD_NAMES, NULL);
  self->classroom = g_object_ref (classroom);
  pz_classroom_collect_standard_labels_async (classroom, self->cancellable, read_cb, g_object_ref (self));
  return self;
}

/**
 * pz_standard_names_has_any:
 * @self: the names
 *
 * Returns: whether the class has a framework; known before the names are
 */
gboolean
pz_standard_names_has_any (PzStandardNames *self)
{
  g_autoptr(GPtrArray) ids = NULL;

  g_return_val_if_fail (PZ_IS_STANDARD_NAMES (self), FALSE);

  ids = pz_classroom_list (self->classroom, PZ_DOCUMENT_FRAMEWORK, NULL);
  return ids != NULL && ids->len > 0;
}

/**
 * pz_standard_names_is_read:
 * @self: the names
 *
 * Returns: whether the names are there
 */
gboolean
pz_standard_names_is_read (PzStandardNames *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_NAMES (self), FALSE);
  return self->labels != NULL;
}

/**
 * pz_standard_names_get_label:
 * @self: the names
 * @id: id of a standard
 *
 * Returns: (nullable): its short name and the beginning of what it asks for; %NULL when they are not read yet, or no
 *   framework of the class has it
 */
const char *
pz_standard_names_get_label (PzStandardNames *self,
                             const char      *id)
{
  g_return_val_if_fail (PZ_IS_STANDARD_NAMES (self) && id != NULL, NULL);
  return self->labels != NULL ? g_hash_table_lookup (self->labels, id) : NULL;
}
