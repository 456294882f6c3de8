/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-class-menu.h"

#include "pz-library.h"

#include <glib/gi18n-lib.h>

/* A name as a menu shows it, where an underline marks a key. */
static char *
dup_menu_label (PzClassInfo *info)
{
  g_auto(GStrv) parts = g_strsplit (pz_class_info_get_name (info), "_", -1);
  g_autofree char *name = g_strjoinv ("__", parts);

  if (pz_class_info_get_problem (info) != NULL)
    /* Translators: %s is the name of a class */
    return g_strdup_printf (_("%s (cannot be opened)"), name);
  return g_steal_pointer (&name);
}

static void
append_class (GMenu       *menu,
              PzClassInfo *info,
              const char  *action)
{
  g_autofree char *label = dup_menu_label (info);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", pz_class_info_get_path (info));
  g_menu_append_item (menu, item);
}

/**
 * pz_class_menu_new:
 * @environment: where the classes are
 *
 * Returns: (transfer full): a menu of the classes, those in the trash in a menu of their own, and of ways to make one
 */
GMenuModel *
pz_class_menu_new (PzEnvironment *environment)
{
  g_autoptr(GListModel) classes = pz_library_list (environment, TRUE, NULL);
  g_autoptr(GMenu) shown = g_menu_new ();
  g_autoptr(GMenu) deleted = g_menu_new ();
  g_autoptr(GMenu) ways = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; classes != NULL && i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(PzClassInfo) info = g_list_model_get_item (classes, i);

      if (pz_class_info_is_deleted (info))
        append_class (deleted, info, "win.restore-class");
      else
        append_class (shown, info, "win.open-class");
    }
  g_menu_append (ways, _("_New Class…"), "win.new-class");
  g_menu_append (ways, _("_Import Roster…"), "win.import");
  g_menu_append (ways, _("_Join a Class on a Server…"), "win.join-class");
  if (g_menu_model_get_n_items (G_MENU_MODEL (deleted)) > 0)
    g_menu_append_submenu (ways, _("_Deleted Classes"), G_MENU_MODEL (deleted));
  g_menu_append_section (menu, _("Classes"), G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  return G_MENU_MODEL (menu);
}
