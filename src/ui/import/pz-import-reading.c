/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-reading.h"

#include "pz-error.h"
#include "pz-roster-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The files, shared by the readings of one roster with different options. */
typedef struct
{
  PzRosterSource *files;  /* NULL: it is a framework */
  char *name;
} Source;

struct _PzImportReading
{
  Source *source;
  PzRoster *roster;
  PzTableImport *table;
  PzCasePackage *framework;
  char **demographics; /* columns that could be read; never NULL */
};

/* What a thread is to do: a file to open, or a source to read again. */
typedef struct
{
  GFile *file;
  Source *source;
  char **demographics;
  PzDayOrder day_order;
} Order;

static void
source_clear (gpointer data)
{
  Source *source = data;

  g_clear_pointer (&source->files, pz_roster_source_free);
  g_free (source->name);
}

static void
source_unref (Source *source)
{
  g_atomic_rc_box_release_full (source, source_clear);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->file);
  g_clear_pointer (&order->source, source_unref);
  g_strfreev (order->demographics);
  g_free (order);
}

static void
reading_clear (gpointer data)
{
  PzImportReading *self = data;

  g_clear_pointer (&self->roster, pz_roster_free);
  g_clear_pointer (&self->table, pz_table_import_free);
  g_clear_pointer (&self->framework, pz_case_package_free);
  g_strfreev (self->demographics);
  source_unref (self->source);
}

static Source *
open_source (GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(GBytes) bytes = NULL;
  PzRosterSource *files;
  Source *source;

  if (path == NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (path == NULL && bytes == NULL)
    return NULL;
  files = path != NULL ? pz_roster_source_new_from_path (path, error)
                       : pz_roster_source_new_from_bytes (shown, bytes, error);
  if (files == NULL)
    return NULL;
  source = g_atomic_rc_box_new0 (Source);
  source->files = files;
  source->name = g_steal_pointer (&shown);
  return source;
}

static gboolean
has_classes (const PzRoster *roster)
{
  for (guint i = 0; i < roster->classes->len; i++)
    if (((PzRosterClass *) g_ptr_array_index (roster->classes, i))->active)
      return TRUE;
  return FALSE;
}

static gboolean
read_roster (PzImportReading  *self,
             const Order      *order,
             GError          **error)
{
  const PzOneRosterOptions options = { (const char *const *) order->demographics, order->day_order };

  self->demographics = pz_one_roster_list_demographics (self->source->files);
  self->roster = pz_one_roster_load (self->source->files, &options, error);
  if (self->roster == NULL)
    return FALSE;
  if (has_classes (self->roster))
    return TRUE;
  /* Translators: the name of a file or folder */
  g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("The roster “%s” has no class in it"), self->source->name);
  return FALSE;
}

/* a table by its columns, else whatever there is: the teacher says what the columns mean */
static const PzRosterFile *
find_table (const PzRosterSource *files)
{
  const PzRosterFile *file = pz_roster_source_find (files, PZ_ROSTER_KIND_TABLE);

  for (guint i = 0; file == NULL && i < pz_roster_source_get_n_files (files); i++)
    if (pz_roster_file_get_kind (pz_roster_source_get_file (files, i)) != PZ_ROSTER_KIND_PROFILES)
      file = pz_roster_source_get_file (files, i);
  return file;
}

static gboolean
read_table (PzImportReading  *self,
            GError          **error)
{
  const PzRosterFile *file = find_table (self->source->files);
  guint n_rows;

  self->demographics = g_new0 (char *, 1);
  if (file == NULL)
    {
      /* Translators: the name of a file or folder */
      g_set_error (error, PZ_ERROR, PZ_ERROR_INVALID, _("“%s” holds no roster and no table of learners"),
                   self->source->name);
      return FALSE;
    }
  self->table = pz_table_import_new (file, error);
  if (self->table == NULL)
    return FALSE;
  n_rows = pz_table_import_get_n_rows (self->table);
  if (n_rows <= PZ_IMPORT_MAX_ROWS)
    return TRUE;
  /* Translators: the name of a file, how many rows it has, and how many it may have */
  g_set_error (error, PZ_ERROR, PZ_ERROR_TOO_LARGE, _("“%1$s” has %2$u rows; a table may have at most %3$u"),
               self->source->name, n_rows, (guint) PZ_IMPORT_MAX_ROWS);
  return FALSE;
}

/* whatever went wrong, the sentence says with which file */
static GError *
name_file (GError     *error,
           const char *name)
{
  g_autofree char *text = NULL;

  if (strstr (error->message, name) != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  /* Translators: the name of a file or folder, and why it could not be read */
  text = g_strdup_printf (_("“%1$s” could not be read: %2$s"), name, error->message);
  g_free (error->message);
  error->message = g_steal_pointer (&text);
  return error;
}

static gboolean
is_framework (GFile        *file,
              GCancellable *cancellable)
{
  const char *path = g_file_peek_path (file);
  g_autoptr(GBytes) bytes = NULL;

  if (path != NULL)
    return g_file_test (path, G_FILE_TEST_IS_REGULAR) && pz_case_looks_like_json (path);
  bytes = g_file_load_bytes (file, cancellable, NULL, NULL); /* reading it again says what is wrong */
  return bytes != NULL && pz_case_bytes_look_like_json (bytes);
}

static PzCasePackage *
load_framework (GFile         *file,
                const char    *name,
                GCancellable  *cancellable,
                GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr(GBytes) bytes = NULL;

  if (path != NULL)
    return pz_case_load (path, error);
  bytes = g_file_load_bytes (file, cancellable, NULL, error);
  return bytes != NULL ? pz_case_parse (bytes, name, error) : NULL;
}

static void
read_framework (GTask        *task,
                const Order  *order,
                GCancellable *cancellable)
{
  g_autofree char *base = g_file_get_basename (order->file);
  g_autofree char *name = g_filename_display_name (base);
  GError *error = NULL;
  PzCasePackage *framework = load_framework (order->file, name, cancellable, &error);
  PzImportReading *self;

  if (framework == NULL)
    {
      g_task_return_error (task, name_file (error, name));
      return;
    }
  self = g_atomic_rc_box_new0 (PzImportReading);
  self->source = g_atomic_rc_box_new0 (Source);
  self->source->name = g_steal_pointer (&name);
  self->framework = framework;
  self->demographics = g_new0 (char *, 1);
  g_task_return_pointer (task, self, (GDestroyNotify) pz_import_reading_unref);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr(PzImportReading) self = NULL;
  GError *error = NULL;
  gboolean done;

  if (order->source == NULL && is_framework (order->file, cancellable))
    {
      read_framework (task, order, cancellable);
      return;
    }
  if (order->source == NULL)
    order->source = open_source (order->file, cancellable, &error);
  if (order->source == NULL)
    {
      g_autofree char *base = g_file_get_basename (order->file);
      g_autofree char *name = g_filename_display_name (base);

      g_task_return_error (task, name_file (error, name));
      return;
    }
  self = g_atomic_rc_box_new0 (PzImportReading);
  self->source = g_atomic_rc_box_acquire (order->source);
  if (pz_roster_source_is_one_roster (self->source->files))
    done = read_roster (self, order, &error);
  else
    done = read_table (self, &error);
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) pz_import_reading_unref);
  else
    g_task_return_error (task, name_file (error, self->source->name));
}

static void
start (Order               *order,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, pz_import_reading_load_async);
  g_task_set_task_data (task, order, order_free);
  /* who stops waiting need not wait for a slow disk; the thread ends by itself */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * pz_import_reading_ref:
 * @self: a reading
 *
 * Returns: (transfer full): @self
 */
PzImportReading *
pz_import_reading_ref (PzImportReading *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * pz_import_reading_unref:
 * @self: (transfer full): a reading
 */
void
pz_import_reading_unref (PzImportReading *self)
{
  g_atomic_rc_box_release_full (self, reading_clear);
}

/**
 * pz_import_reading_load_async:
 * @file: a roster as archive or folder, a table, or a framework
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the outcome
 * @user_data: for @callback
 *
 * Reads in a thread, without any demographics.
 */
void
pz_import_reading_load_async (GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order;

  g_return_if_fail (G_IS_FILE (file));

  order = g_new0 (Order, 1);
  order->file = g_object_ref (file);
  start (order, cancellable, callback, user_data);
}

/**
 * pz_import_reading_reload_async:
 * @self: a roster
 * @options: what to read of it this time; copied
 * @cancellable: (nullable): to stop waiting
 * @callback: called with another reading
 * @user_data: for @callback
 *
 * Reads the same files again; @self stays as it is.
 */
void
pz_import_reading_reload_async (PzImportReading          *self,
                                const PzOneRosterOptions *options,
                                GCancellable             *cancellable,
                                GAsyncReadyCallback       callback,
                                gpointer                  user_data)
{
  Order *order;

  g_return_if_fail (self != NULL && options != NULL);

  order = g_new0 (Order, 1);
  order->source = g_atomic_rc_box_acquire (self->source);
  order->demographics = g_strdupv ((char **) options->demographics);
  order->day_order = options->day_order;
  start (order, cancellable, callback, user_data);
}

/**
 * pz_import_reading_finish:
 * @result: of one of the two
 * @error: what was wrong with the file, or that it was cancelled
 *
 * Returns: (transfer full): what was read, or %NULL
 */
PzImportReading *
pz_import_reading_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pz_import_reading_load_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pz_import_reading_get_name:
 * @self: a reading
 *
 * Returns: (transfer none): what the file or folder is called
 */
const char *
pz_import_reading_get_name (PzImportReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->source->name;
}

/**
 * pz_import_reading_get_framework:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the framework; %NULL: it is a roster or a table
 */
PzCasePackage *
pz_import_reading_get_framework (PzImportReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->framework;
}

/**
 * pz_import_reading_get_roster:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the roster; %NULL: it is something else
 */
PzRoster *
pz_import_reading_get_roster (PzImportReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->roster;
}

/**
 * pz_import_reading_get_table:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the table; %NULL: it is something else
 */
PzTableImport *
pz_import_reading_get_table (PzImportReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->table;
}

/**
 * pz_import_reading_get_demographics:
 * @self: a reading
 *
 * Returns: (transfer none): columns of demographics the roster has; may be empty
 */
const char *const *
pz_import_reading_get_demographics (PzImportReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->demographics;
}

/**
 * pz_import_reading_get_source_messages:
 * @self: a reading of a roster or a table
 *
 * Returns: (transfer none): which files were left alone; a roster tells it itself
 */
const PzRosterMessages *
pz_import_reading_get_source_messages (PzImportReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return pz_roster_source_get_messages (self->source->files);
}
