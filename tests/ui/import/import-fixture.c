/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "../../core/exchange/roster-maker.h"
#include "pz-library.h"

#include <glib/gstdio.h>

const char import_table[] =
  "Vorname;Nachname;Geburtsdatum;Stufe;Farbe\n"
  "Amina;Yusuf;14.03.2016;A;blau\n"   "Bartholomäus;Federstein;02.05.2016;B;rot\n"
  "Chloé;Dubois;28.02.2016;B;gelb\n"  "Dawit;Tesfaye;11.07.2016;A;grün\n"
  "Elif;Yılmaz;30.01.2016;C;grau\n"   "Farid;Amiri;05.06.2016;A;rosa\n"
  "Greta;Lindqvist;19.04.2016;B;lila\n" "Hana;Novák;23.09.2016;C;weiß\n"
  "Íñigo;Etxeberria;09.12.2015;A;blau\n" "Jonas;Weber;17.10.2016;B;rot\n"
  "Kaveh;Rostami;03.03.2016;A;gelb\n" "Leila;Haddad;27.08.2016;B;grün\n"
  "Mateo;García;15.05.2016;C;grau\n"  "Noor;Jansen;01.02.2016;A;rosa\n"
  "Ольга;Петрова;22.11.2015;B;lila\n" "Yuki;;13.06.2016;A;weiß\n"
  "Quynh;Nguyễn;08.04.2016;C;blau\n"  "Rosa;O'Neil;26.07.2016;B;rot\n"
  "Søren;Ødegård;12.01.2016;A;gelb\n" "Tom & Ann;<b>Smith</b>;21.03.2016;B;grün\n"
  "Uma;Krishnan;29.05.2016;C;grau\n"  "Viktor;Popescu;04.09.2016;A;rosa\n"
  "Wanjiru;Kamau;18.02.2016;B;lila\n" "Xenia;Papadaki;06.08.2016;A;weiß\n"
  "ياسمين;حداد;16.06.2016;C;blau\n"   "Zoë;van den Berg;25.10.2016;B;rot\n"
  "Ada;Lovell;07.07.2016;A;gelb\n"    "Ben;Hill;31.12.2015;B;grün\n";

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
import_fixture_set_up (ImportFixture *f,
                       gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("personalize-import-XXXXXX", NULL);
  f->environment = pz_environment_new_fixed (f->folder, G_GINT64_CONSTANT (1795392000000), 5);
  f->session = pz_import_session_new (f->environment, NULL);
}

/* a thread that has answered may hold its task, and what that holds, a moment longer */
static void
assert_is_let_go (gpointer object)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (g_atomic_pointer_get (&object) != NULL && g_get_monotonic_time () < deadline)
    g_thread_yield ();
  g_assert_null (object);
}

void
import_fixture_tear_down (ImportFixture *f,
                          gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_is_let_go (f->session);
  assert_is_let_go (f->environment);
  remove_tree (f->folder);
  g_free (f->folder);
}

/* another import, with a class in the window */
void
import_fixture_restart (ImportFixture *f,
                        PzClassroom   *open)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_is_let_go (f->session);
  f->session = pz_import_session_new (f->environment, open);
}

GFile *
import_fixture_write (ImportFixture *f,
                      const char    *name,
                      const char    *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* the invented school of 40 classes */
GFile *
import_fixture_write_zip (ImportFixture *f)
{
  g_autoptr(GBytes) zip = roster_make_zip (FALSE);
  g_autofree char *path = g_build_filename (f->folder, "school.zip", NULL);
  gsize length;
  const char *data = g_bytes_get_data (zip, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  return g_file_new_for_path (path);
}

GFile *
import_fixture_get_roster (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "exchange", "oneroster-1.1", NULL);

  return g_file_new_for_path (folder);
}

void
import_wait (PzImportSession *session)
{
  while (pz_import_session_is_busy (session))
    g_main_context_iteration (NULL, TRUE);
}

void
import_open (ImportFixture *f,
             GFile         *file)
{
  pz_import_session_open_file (f->session, file);
  import_wait (f->session);
}

void
import_go_on (ImportFixture *f)
{
  g_assert_true (pz_import_session_can_go_on (f->session));
  pz_import_session_go_on (f->session);
  import_wait (f->session);
}

/* from disk, or NULL */
PzClassroom *
import_find_class (ImportFixture *f,
                   const char    *name)
{
  g_autoptr(PzClassInfo) info = pz_library_find (f->environment, name, NULL);

  return info != NULL ? pz_classroom_open (f->environment, pz_class_info_get_path (info), NULL) : NULL;
}
