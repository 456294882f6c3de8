/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sim-remote.h"

#include "pz-envelope.h"
#include "pz-object-name.h"
#include "pz-sealed-envelope.h"
#include "pz-sync-error.h"
#include "sim-device.h"

#include <string.h>

/* How many listings back one may be. */
#define OLD_LISTINGS 4

typedef struct
{
  char *name;
  GBytes *bytes;
} Late;

struct _SimRemote
{
  GObject parent_instance;

  PzRandom *random;
  SimMeanwhile meanwhile;
  gpointer user_data;
  gboolean is_calm;
  GHashTable *files;  /* name -> GBytes */
  GHashTable *backup; /* (nullable) */
  GQueue listings;    /* GHashTable name -> size, the oldest first */
  GPtrArray *late;    /* Late */
  /* (nullable): what happens to the next uploads: s stored, a answer lost, c cut, t cut with a good answer, l lost */
  char *plan;
  GHashTable *archive;
  int n_left; /* requests until the network goes; -1: it does not */
  GCancellable *cancellable;
  guint n_requests;
  const PzKeyring *keyring; /* (nullable) */
};

static void sim_remote_iface_init (PzRemoteInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SimRemote, sim_remote, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_REMOTE, sim_remote_iface_init))

static void
late_free (Late *late)
{
  g_free (late->name);
  g_bytes_unref (late->bytes);
  g_free (late);
}

static GHashTable *
new_files (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static GHashTable *
copy_files (GHashTable *files)
{
  GHashTable *copy = new_files ();
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (copy, g_strdup (name), g_bytes_ref (bytes));
  return copy;
}

static gboolean
lose (GError **error)
{
  g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_OFFLINE, "lost");
  return FALSE;
}

/* 1 when nothing may go wrong */
static double
draw (SimRemote *self)
{
  return self->is_calm ? 1 : pz_random_uniform (self->random);
}

/* Returns whether the request reaches the server. */
static gboolean
begin (SimRemote     *self,
       GCancellable  *cancellable,
       GError       **error)
{
  self->n_requests++;
  if (self->n_left == 0 && self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->n_left == 0)
    return lose (error);
  if (self->n_left > 0)
    self->n_left--;
  if (!self->is_calm && self->meanwhile != NULL)
    self->meanwhile (self->user_data);
  if (self->late->len > 0 && draw (self) < 0.1)
    {
      Late *late = g_ptr_array_index (self->late, self->late->len - 1);

      g_hash_table_replace (self->files, g_strdup (late->name), g_bytes_ref (late->bytes));
      g_ptr_array_remove_index (self->late, self->late->len - 1);
    }
  return TRUE;
}

static void
store (SimRemote  *self,
       const char *name,
       GBytes     *bytes,
       gboolean    cut)
{
  gsize length = g_bytes_get_size (bytes);

  if (!cut)
    g_hash_table_replace (self->archive, g_strdup (name), g_bytes_ref (bytes));
  if (cut && length > 0)
    length = pz_random_below (self->random, (guint) length);
  g_hash_table_replace (self->files, g_strdup (name), g_bytes_new_from_bytes (bytes, 0, length));
}

static gboolean
put_as_planned (SimRemote   *self,
                const char  *name,
                GBytes      *bytes,
                GError     **error)
{
  char step = *self->plan;

  memmove (self->plan, self->plan + 1, strlen (self->plan));
  if (step != 'l')
    store (self, name, bytes, step == 'c' || step == 't');
  return step == 's' || step == 't' || lose (error);
}

static gboolean
sim_remote_put (PzRemote      *remote,
                const char    *name,
                GBytes        *bytes,
                GCancellable  *cancellable,
                GError       **error)
{
  SimRemote *self = SIM_REMOTE (remote);
  double x;

  if (!begin (self, cancellable, error))
    return FALSE;
  if (self->plan != NULL && *self->plan != '\0')
    return put_as_planned (self, name, bytes, error);
  x = draw (self);
  if (x < 0.08)
    return lose (error);
  store (self, name, bytes, x < 0.19);
  if (x < 0.16)
    return lose (error);
  if (x < 0.19)
    return TRUE; /* cut, and the server says that it is stored */
  if (x < 0.27)
    return lose (error);
  if (x < 0.31)
    {
      Late *late = g_new0 (Late, 1);

      late->name = g_strdup (name);
      late->bytes = g_bytes_ref (bytes);
      g_ptr_array_add (self->late, late);
    }
  return TRUE;
}

static GHashTable *
take_listing (SimRemote *self)
{
  GHashTable *listing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (listing, g_strdup (name), GSIZE_TO_POINTER (g_bytes_get_size (bytes)));
  g_queue_push_tail (&self->listings, listing);
  while (self->listings.length > OLD_LISTINGS)
    g_hash_table_unref (g_queue_pop_head (&self->listings));
  return listing;
}

static GPtrArray *
sim_remote_list (PzRemote      *remote,
                 GCancellable  *cancellable,
                 GError       **error)
{
  SimRemote *self = SIM_REMOTE (remote);
  GHashTable *listing;
  GPtrArray *objects;
  GHashTableIter iter;
  gpointer name, size;

  if (!begin (self, cancellable, error))
    return NULL;
  listing = take_listing (self);
  if (draw (self) < 0.05)
    {
      lose (error);
      return NULL;
    }
  if (draw (self) < 0.1)
    listing = g_queue_peek_nth (&self->listings, pz_random_below (self->random, self->listings.length));
  objects = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_remote_object_free);
  g_hash_table_iter_init (&iter, listing);
  while (g_hash_table_iter_next (&iter, &name, &size))
    g_ptr_array_add (objects, pz_remote_object_new (name, (gint64) GPOINTER_TO_SIZE (size)));
  return objects;
}

static GBytes *
sim_remote_get (PzRemote      *remote,
                const char    *name,
                gsize          most,
                GCancellable  *cancellable,
                GError       **error)
{
  SimRemote *self = SIM_REMOTE (remote);
  GBytes *bytes;
  double x;

  if (!begin (self, cancellable, error))
    return NULL;
  x = draw (self);
  bytes = g_hash_table_lookup (self->files, name);
  if (x < 0.05)
    {
      lose (error);
      return NULL;
    }
  if (bytes == NULL)
    {
      g_set_error_literal (error, PZ_SYNC_ERROR, PZ_SYNC_ERROR_NOT_FOUND, "gone");
      return NULL;
    }
  if (x < 0.1)
    return g_bytes_new_from_bytes (bytes, 0, pz_random_below (self->random, (guint) g_bytes_get_size (bytes) + 1));
  return g_bytes_ref (bytes);
}

static gboolean
sim_remote_remove (PzRemote      *remote,
                   const char    *name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  SimRemote *self = SIM_REMOTE (remote);
  double x;

  if (!begin (self, cancellable, error))
    return FALSE;
  x = draw (self);
  if (x < 0.1)
    return lose (error);
  g_hash_table_remove (self->files, name);
  return x >= 0.2 || lose (error);
}

static gboolean
sim_remote_make_folder (PzRemote      *remote,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return TRUE;
}

static void
sim_remote_iface_init (PzRemoteInterface *iface)
{
  iface->list = sim_remote_list;
  iface->get = sim_remote_get;
  iface->put = sim_remote_put;
  iface->remove = sim_remote_remove;
  iface->make_folder = sim_remote_make_folder;
}

static void
sim_remote_finalize (GObject *object)
{
  SimRemote *self = SIM_REMOTE (object);

  g_hash_table_unref (self->files);
  g_clear_pointer (&self->backup, g_hash_table_unref);
  g_queue_clear_full (&self->listings, (GDestroyNotify) g_hash_table_unref);
  g_ptr_array_unref (self->late);
  g_free (self->plan);
  g_hash_table_unref (self->archive);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (sim_remote_parent_class)->finalize (object);
}

static void
sim_remote_class_init (SimRemoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sim_remote_finalize;
}

static void
sim_remote_init (SimRemote *self)
{
  self->files = new_files ();
  self->archive = new_files ();
  self->n_left = -1;
  self->late = g_ptr_array_new_with_free_func ((GDestroyNotify) late_free);
}

SimRemote *
sim_remote_new (PzRandom     *random,
                SimMeanwhile  meanwhile,
                gpointer      user_data)
{
  SimRemote *self = g_object_new (SIM_TYPE_REMOTE, NULL);

  self->random = random;
  self->meanwhile = meanwhile;
  self->user_data = user_data;
  return self;
}

void
sim_remote_calm_down (SimRemote *self)
{
  self->is_calm = TRUE;
  g_ptr_array_set_size (self->late, 0);
}

guint
sim_remote_get_count (SimRemote *self)
{
  return self->n_requests;
}

guint
sim_remote_get_n_files (SimRemote *self)
{
  return g_hash_table_size (self->files);
}

void
sim_remote_back_up (SimRemote *self)
{
  g_clear_pointer (&self->backup, g_hash_table_unref);
  self->backup = copy_files (self->files);
}

gboolean
sim_remote_restore (SimRemote *self)
{
  if (self->backup == NULL)
    return FALSE;
  g_hash_table_unref (self->files);
  self->files = copy_files (self->backup);
  return TRUE;
}

static void
gather_file (SimRemote  *self,
             const char *name,
             GBytes     *bytes,
             GString    *out)
{
  g_autoptr(GBytes) json = NULL;
  PzObjectName about;

  if (self->keyring == NULL)
    json = pz_envelope_open (bytes, NULL);
  else if (pz_object_name_parse (name, &about))
    json = pz_sealed_envelope_open (bytes, self->keyring, SIM_CLASSROOM, &about, NULL);
  if (json != NULL)
    g_string_append_len (out, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
}

static void
gather_files (SimRemote  *self,
              GHashTable *files,
              GPtrArray  *names,
              gboolean    only_them,
              GString    *out)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    if ((names != NULL && g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL)) == only_them)
      gather_file (self, name, bytes, out);
}

void
sim_remote_gather_files (SimRemote *self,
                         GPtrArray *names,
                         gboolean   only_them,
                         GString   *out)
{
  gather_files (self, self->files, names, only_them, out);
}

void
sim_remote_gather_firm (SimRemote *self,
                        GPtrArray *aside,
                        GString   *out)
{
  gather_files (self, self->files, aside, FALSE, out);
  if (self->backup != NULL)
    gather_files (self, self->backup, aside, FALSE, out);
}

void
sim_remote_gather (SimRemote *self,
                   GString   *out)
{
  sim_remote_gather_firm (self, NULL, out);
  for (guint i = 0; i < self->late->len; i++)
    {
      const Late *late = g_ptr_array_index (self->late, i);

      gather_file (self, late->name, late->bytes, out);
    }
}

void
sim_remote_plan_puts (SimRemote  *self,
                      const char *plan)
{
  g_free (self->plan);
  self->plan = g_strdup (plan);
}

void
sim_remote_set_keyring (SimRemote       *self,
                        const PzKeyring *keyring)
{
  self->keyring = keyring;
}

gboolean
sim_remote_has_open (SimRemote *self)
{
  GHashTableIter iter;
  gpointer bytes;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, NULL, &bytes))
    {
      g_autoptr(GBytes) json = pz_envelope_open (bytes, NULL);

      if (json != NULL)
        return TRUE;
    }
  return FALSE;
}

GHashTable *
sim_remote_get_files (SimRemote *self)
{
  return self->files;
}

void
sim_remote_end_after (SimRemote    *self,
                      int           n_requests,
                      GCancellable *cancellable)
{
  self->n_left = n_requests;
  g_set_object (&self->cancellable, cancellable);
}

GHashTable *
sim_remote_get_archive (SimRemote *self)
{
  return self->archive;
}
