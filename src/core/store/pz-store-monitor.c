/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-store-monitor.h"

#include <string.h>

/* one save makes several events, an import thousands; in ms */
#define SETTLE 150

/**
 * PzStoreMonitor:
 *
 * Tells when files of a class change on the disk, whoever changes them, this program too. Network and FUSE file
 * systems tell nothing, so a window asks again when it gets the focus.
 */
struct _PzStoreMonitor
{
  GObject parent_instance;

  char *path;            /* the folder of the class */
  GHashTable *monitors;  /* folder below it, empty for itself -> GFileMonitor */
  GHashTable *names;     /* a set of paths below it: changed, not told yet */
  guint timeout;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzStoreMonitor, pz_store_monitor, G_TYPE_OBJECT)

/* what a window shows; the rest is the store's own business */
#define LEARNERS "learners"
static const char *const FOLDERS[] = { LEARNERS, "activities", "frameworks", NULL };

static void watch (PzStoreMonitor *self,
                   const char     *folder);

static gboolean
settled_cb (gpointer user_data)
{
  PzStoreMonitor *self = PZ_STORE_MONITOR (user_data);
  g_autofree const char **names = (const char **) g_hash_table_get_keys_as_array (self->names, NULL);
  g_autoptr(GHashTable) told = g_steal_pointer (&self->names);

  self->timeout = 0;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_emit (self, signals[CHANGED], 0, names);
  return G_SOURCE_REMOVE;
}

static void
note_name (PzStoreMonitor *self,
           char           *name)
{
  g_hash_table_add (self->names, name);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (SETTLE, settled_cb, self);
}

/* What lay in a folder before its watch began is told, too: a save made the folder a moment ago. */
static void
note_folder (PzStoreMonitor *self,
             const char     *folder)
{
  g_autofree char *path = g_build_filename (self->path, folder, NULL);
  g_autoptr(GDir) dir = NULL;
  const char *base;

  watch (self, folder);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    if (*base != '.')
      note_name (self, g_build_filename (folder, base, NULL));
}

static void
note_file (PzStoreMonitor *self,
           const char     *folder,
           GFile          *file)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;

  if (base == NULL || *base == '.')
    return;
  if (*folder != '\0')
    note_name (self, g_build_filename (folder, base, NULL));
  else if (g_strv_contains (FOLDERS, base))
    note_folder (self, base);
  else if (g_str_has_suffix (base, ".json"))
    note_name (self, g_steal_pointer (&base));
}

static void
monitor_changed_cb (GFileMonitor      *monitor,
                    GFile             *file,
                    GFile             *other_file,
                    GFileMonitorEvent  event,
                    gpointer           user_data)
{
  PzStoreMonitor *self = PZ_STORE_MONITOR (user_data);
  const char *folder = g_object_get_data (G_OBJECT (monitor), "folder");

  note_file (self, folder, file);
  note_file (self, folder, other_file);
}

static void
watch (PzStoreMonitor *self,
       const char     *folder)
{
  g_autofree char *path = g_build_filename (self->path, folder, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileMonitor) monitor = NULL;

  if (g_hash_table_contains (self->monitors, folder) || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  /* without a monitor the window still asks when it gets the focus */
  monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return;
  g_object_set_data_full (G_OBJECT (monitor), "folder", g_strdup (folder), g_free);
  g_signal_connect_object (monitor, "changed", G_CALLBACK (monitor_changed_cb), self, 0);
  g_hash_table_insert (self->monitors, g_strdup (folder), g_steal_pointer (&monitor));
}

static void
pz_store_monitor_dispose (GObject *object)
{
  PzStoreMonitor *self = PZ_STORE_MONITOR (object);
  GHashTableIter iter;
  gpointer monitor;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, NULL, &monitor))
    g_file_monitor_cancel (monitor);
  g_hash_table_remove_all (self->monitors);
  G_OBJECT_CLASS (pz_store_monitor_parent_class)->dispose (object);
}

static void
pz_store_monitor_finalize (GObject *object)
{
  PzStoreMonitor *self = PZ_STORE_MONITOR (object);

  g_hash_table_unref (self->monitors);
  g_hash_table_unref (self->names);
  g_free (self->path);
  G_OBJECT_CLASS (pz_store_monitor_parent_class)->finalize (object);
}

static void
pz_store_monitor_class_init (PzStoreMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pz_store_monitor_dispose;
  object_class->finalize = pz_store_monitor_finalize;

  /**
   * PzStoreMonitor::changed:
   * @self: the monitor
   * @names: (type GStrv): paths below the folder of the class that came, went or were replaced, in no order
   *
   * Some time ago, at most a fifth of a second after the first of them; compare versions before reading again.
   */
  signals[CHANGED] = g_signal_new ("changed", PZ_TYPE_STORE_MONITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
pz_store_monitor_init (PzStoreMonitor *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * pz_store_monitor_new:
 * @store: of the class to watch; need not outlive the monitor
 *
 * Watches with the main context of the caller. The learners are left to pz_store_monitor_watch_learners().
 *
 * Returns: (transfer full): a monitor; connect to its signal at once
 */
PzStoreMonitor *
pz_store_monitor_new (PzStore *store)
{
  PzStoreMonitor *self;

  g_return_val_if_fail (PZ_IS_STORE (store), NULL);

  self = g_object_new (PZ_TYPE_STORE_MONITOR, NULL);
  self->path = g_strdup (pz_store_get_path (store));
  watch (self, "");
  for (gsize i = 0; FOLDERS[i] != NULL; i++)
    if (strcmp (FOLDERS[i], LEARNERS) != 0)
      watch (self, FOLDERS[i]);
  return self;
}

/**
 * pz_store_monitor_watch_learners:
 * @self: the monitor
 *
 * Begins to watch the folder of the learners, if it does not yet. On its own because a watch takes the kernel longer the
 * more files there are, and whoever opens a class of thousands waits for the first picture.
 */
void
pz_store_monitor_watch_learners (PzStoreMonitor *self)
{
  g_return_if_fail (PZ_IS_STORE_MONITOR (self));
  watch (self, LEARNERS);
}
