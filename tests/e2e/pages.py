#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog of the application, one after the other, for the flows that look at all of them.

    for name, node in pages.tour (app):
        look at the tree below node; the page called name is on the screen
Only actions are used to get about, so that the tour is the same in every language.
"""
import flow

# action of the window -> what it opens; a page that is not built (yet) has no such action and is left out
WINDOWS = [
    ('win.new-class', 'new class'),
    ('win.rename-class', 'rename class'),
    ('win.quick-entry', 'quick entry'),
    ('win.show-attention', 'attention'),
    ('win.show-frameworks', 'frameworks'),
    ('win.show-trash', 'trash'),
    ('win.show-history', 'history'),
    ('win.conflicts', 'conflicts'),
    ('win.check-class', 'check'),
    ('win.import', 'import'),
    ('win.class-settings', 'class settings'),
    ('win.new-activity', 'new activity'),
    ('win.join-class', 'join a class'),
    ('win.sync-set-up', 'set up synchronisation'),
    ('win.preferences', 'preferences'),
    ('win.show-shortcuts', 'shortcuts'),
    ('win.about', 'about'),
]
# the same for what needs the page of a learner
LEARNER_WINDOWS = [
    ('win.check-in', 'check-in'),
    ('win.absence', 'absence'),
    ('win.new-contact', 'contact'),
    ('win.new-goal', 'new goal'),
]
# the same for what needs the page of an activity in groups
ACTIVITY_WINDOWS = [
    ('activity.share-roles', 'share roles'),
    ('activity.project', 'projector'),
]
# made by the toolkit, down to their texts; only their title is ours
FOREIGN = {'shortcuts', 'about'}
DIALOG_DEPTH = 4
HOLDERS = {}        # action -> reference of what offered it last


def dialogs_in(node, depth):
    """Windows below a node, as far down as the toolkit puts them: pages of the application lie deeper."""
    if depth == 0:
        return
    for child in flow.children_of(node):
        if flow.role_of(child) in flow.ROLES['window']:
            yield child
        else:
            yield from dialogs_in(child, depth - 1)


def with_clicks(parts):
    """The same parts, the buttons among them asked for what they do."""
    flow.tree.ask([part for part in parts if 'button' in part.role], ('actions',))
    return parts


def holder_in(top, action):
    """What offers the action below top, or one of a group when it ends in a dot: what did last time, or else the first; or None.
    """
    def offers(part):
        return action in part.actions or action.endswith('.') and any(name.startswith(action) for name in part.actions)
    parts = [part for part in flow.parts_of(top) if part.role not in flow.LEAVES]
    for asked in [part for part in parts if part.reference == HOLDERS.get(action)], parts:
        flow.tree.ask(asked, ('actions',))
        found = next(filter(offers, asked), None)
        if found:
            HOLDERS[action] = found.reference
            return found.node()
    return None


def holder_of(app, action):
    """The same in all windows."""
    return holder_in(app.node, action)


def windows_of(app):
    """All windows, and behind them the dialogs that newer libadwaita shows within a window."""
    windows = app.top_windows()
    return windows + [dialog for window in windows for dialog in dialogs_in(window, DIALOG_DEPTH)]


def open_window(app, action, node=None):
    """Run the action, of the window or of the node; the window it opens, or None when it opens none."""
    before = windows_of(app)
    if node is None:
        app.run_action(action)
    else:
        app.click(node, action)

    def opened():
        return [window for window in windows_of(app) if window not in before]
    try:
        return flow.wait_for(opened, 4.0, 'a window from ' + action)[-1]
    except flow.Failure:
        return None


def close_window(app, window):
    before = len(windows_of(app))
    action = 'window.close'
    holder = window
    if action not in flow.actions_of(window):       # a dialog within a window lies on a sheet
        action = 'sheet.close'
        holder = holder_in(window, action)
        if holder is None:
            action, holder = 'default.activate', window
    app.click(holder, action)

    def closed():
        if len(windows_of(app)) < before:
            return True
        if action == 'sheet.close':     # a sheet that is still sliding in does not listen
            flow.time.sleep(0.5)
            app.click(holder, action)
        return False
    flow.wait_for(closed, 4.0, '"%s" to close' % flow.name_of(window))


def tour_settings(app, window):
    """Yield every page of the class settings but the first, which is shown at once."""
    pages_list = app.find_all('list', inside=window)[0]
    for row in range(1, pages_list.get_child_count()):
        app.select_row(pages_list, row)
        flow.wait_for(lambda at=row: flow.has_state(pages_list.get_child_at_index(at), flow.Atspi.StateType.SELECTED), 5.0,
                      'another page of the class settings')
        yield 'class settings %d' % (row + 1), window


def tour_learner_windows(app):
    """The same for the learner whose page is shown."""
    yield from tour_windows(app, LEARNER_WINDOWS)


def tour_windows(app, windows=None):
    """Yield the name of each window an action opens, and the window, while it is open."""
    for action, name in windows or WINDOWS:
        if app.action_is_on(action):
            window = open_window(app, action)
            assert window is not None, '%s opened nothing' % action
            yield name, window
            if action == 'win.class-settings':
                yield from tour_settings(app, window)
            close_window(app, window)


def list_of_learners(app):
    """The list with the most rows, behind that of the views when both have as many; its name is in any language."""
    def look():
        lists = flow.parts_like(app.node, 'list')
        return max(reversed(lists), key=lambda part: len(part.children)).node() if lists else None
    return flow.wait_for(look, 5.0, 'a list')


def has_learner(app):
    """Whether the page of a learner is shown, in whatever language: it brings lists of its own to views and learners."""
    return len(flow.parts_like(app.node, 'list')) >= 3


def wait_still(app, page=None):
    """Wait until a page that fills itself little by little has as many parts as a moment before.

    Name the page where only that can change.
    """
    seen = [len(flow.parts_of(page or app.node))]

    def same():
        flow.time.sleep(0.2)
        before, seen[0] = seen[0], len(flow.parts_of(page or app.node))
        return before == seen[0]
    flow.wait_for(same, 8.0, 'the page to be filled')


def tour_round(app):
    """Yield the Round, a page that goes when it is done."""
    def is_shown():
        return holder_of(app, 'round.done') is not None

    app.run_action('win.round')
    flow.wait_for(is_shown, 5.0, 'the Round')
    wait_still(app)
    yield 'round', app.node
    app.run_action('win.go-back')
    flow.wait_for(lambda: not is_shown(), 5.0, 'the Round to go')


def tour_conference(app):
    """Yield what the learner whose page is shown sees of the own goals; only there something can be printed."""
    app.run_action('win.conference')
    flow.wait_for(lambda: app.action_is_on('win.print'), 5.0, 'the conference')
    wait_still(app)
    yield 'conference', app.node
    app.run_action('win.go-back')
    flow.wait_for(lambda: not app.action_is_on('win.print'), 5.0, 'the conference to go')


def list_of_goals(app):
    """The list of goals once it has rows, else None: no other list but that of the views, which is the first, is on the screen
    then."""
    lists = [part for part in flow.parts_like(app.node, 'list')[1:] if len(part.children) > 2]
    return lists[-1].node() if lists else None


def tour_goals(app):
    """Yield the view of the goals, with all of them and with none that fits."""
    app.run_action('win.show-goals')
    wait_still(app)
    yield 'goals', app.node
    if list_of_goals(app):                          # a class may have none, which is a page of its own
        search = app.find_all('entry')[-1]
        app.set_text(search, 'nothing of all that')
        yield 'no goal found', app.node
        app.set_text(search, '')
    app.run_action('win.show-learners')


def goal_page(app):
    """The page of a goal, else None: what can be done with the goal is only there."""
    return holder_of(app, 'goal.')


def is_button(part):
    """Whether a part, whose actions were asked for, can be clicked."""
    return 'button' in part.role and 'click' in part.actions


def buttons_of(node):
    """What can be clicked below node, in the order of the screen."""
    return [part.node() for part in with_clicks(flow.parts_of(node)) if is_button(part)]


def status_buttons(app):
    """The buttons that choose all goals and those of each status: no others stand side by side in such a number."""
    rows = [[child for child in part.children if is_button(child)] for part in with_clicks(flow.parts_of(app.node))]
    return [part.node() for part in max(rows, key=len)]


def number_on(button):
    """The number a status button shows behind its word."""
    return int([flow.word_of(part) for part in flow.parts_of(button, 'name') if part.role == 'label'][-1])


def start_search(app):
    """Ctrl+F; again where the search did not take the focus, as once on a busy machine, for a reason not found."""
    def searching():
        return any(role in flow.ROLES['entry'] for role, _ in app.focused())
    for _ in range(4):
        app.keys('ctrl+f')
        try:
            return flow.wait_for(searching, 2.0, 'the search to take the focus')
        except flow.Failure as failure:
            missed = failure
    raise missed


def open_first_goal(app):
    """By Enter in the search, as the list has no action to open a row."""
    start_search(app)
    app.keys('Return')
    wait_still(app, flow.wait_for(lambda: goal_page(app), 5.0, 'the page of a goal'))


def leave_goal(app):
    app.run_action('win.go-back')
    flow.wait_for(lambda: goal_page(app) is None, 5.0, 'the page of the goal to go')


def click_all(app, name, buttons):
    """Click one after the other, and yield what each leads to: another look of the page, a popover, or a window."""
    for number, button in enumerate(buttons):
        before = windows_of(app)
        if not flow.has_state(button, flow.Atspi.StateType.SENSITIVE):
            continue
        app.click(button)
        wait_still(app)
        new = [window for window in windows_of(app) if window not in before]
        yield '%s, button %d' % (name, number + 1), new[-1] if new else app.node
        if new:
            close_window(app, new[-1])
        elif 'button' in flow.role_of(button.get_parent()):     # the second click closes its popover
            app.click(button)


def table_of_goal(app):
    """The measurements of the goal as a list, else None: no other list of its page is so long."""
    found = next((part for part in flow.parts_of(goal_page(app)) if part.role in ('list', 'list box') and len(part.children) > 4),
                 None)
    return found and found.node()


def has_measurements(app):
    """Whether the goal that is shown has some, as a table or as points of a chart: newer GTK tells nothing of what is hidden."""
    return bool(table_of_goal(app)) or any(len([child for child in part.children if 'button' in child.role]) > 4
                                           for part in flow.parts_of(goal_page(app)))


def tour_measurement(app):
    """Yield the window of a measurement that is there: a row of the table opens it, by the keyboard alone."""
    before = windows_of(app)
    table = table_of_goal(app)
    for _ in range(60):
        app.keys('Tab')
        if any(flow.has_state(row, flow.Atspi.StateType.FOCUSED) for row in flow.children_of(table)):
            break
    app.keys('Return')
    flow.wait_for(lambda: len(windows_of(app)) > len(before), 5.0, 'the window of a measurement')
    yield 'measurement', windows_of(app)[-1]
    close_window(app, windows_of(app)[-1])


def tour_goal_parts(app):
    """Yield everything the page of a goal that is shown can turn into."""
    parts = with_clicks(flow.parts_of(goal_page(app)))
    pane = next(part for part in parts if part.role == 'scroll pane')
    inside = [part.node() for part in pane.walk() if is_button(part)]
    edit = [button for button in (part.node() for part in parts if is_button(part)) if button not in inside][1]
    app.click(inside[3])                            # all, the term; the chart, the table
    wait_still(app)
    yield from tour_measurement(app)
    yield from click_all(app, 'goal', inside)
    yield from click_all(app, 'edit goal', [edit])
    for action in ('goal.pause', 'goal.close', 'goal.take-up'):
        app.click(holder_of(app, action), action)
        flow.wait_for(lambda last=action: last not in flow.actions_of(goal_page(app)), 5.0, action)
        yield action, app.node


def tour_goal_statuses(app, parts=None):
    """Yield the page of a goal of every status, and of one with measurements what the function parts yields."""
    app.run_action('win.show-goals')
    wait_still(app)
    seen_all = False
    for number in range(1, len(status_buttons(app))):
        button = status_buttons(app)[number]
        if number_on(button) == 0:
            continue
        app.click(button)
        wait_still(app)
        open_first_goal(app)
        yield 'goal of status %d' % number, app.node
        if not seen_all and has_measurements(app):
            seen_all = True
            if parts is not None:
                yield from parts(app)
        leave_goal(app)
        app.click(status_buttons(app)[number])      # several may be chosen: this one no longer
        wait_still(app)
    assert seen_all, 'no goal has measurements'
    app.click(status_buttons(app)[0])
    app.run_action('win.show-learners')


def tour_partners_table(app):
    """Yield the page of partners with the table, of which one row is open: it has more buttons than the picture."""
    parts = with_clicks(flow.parts_of(app.node, 'states'))
    picture = next(number for number, part in enumerate(parts)
                   if part.role == 'image' and part.has(flow.Atspi.StateType.FOCUSABLE))
    app.click([part for part in parts[:picture] if is_button(part)][-1].node())
    wait_still(app)
    before = len(buttons_of(app.node))
    for _ in range(60):
        app.keys('Tab')
        flow.time.sleep(0.05)
        if any(role == 'list item' for role, _ in app.focused()):
            break
    app.keys('Return')
    flow.wait_for(lambda: len(buttons_of(app.node)) > before, 5.0, 'the others of a learner')
    yield 'partners table', app.node


def tour_activities(app):
    """Yield the calendar of the class, and the page of partners."""
    app.run_action('win.show-activities')
    wait_still(app)
    yield 'activities', app.node
    app.run_action('win.show-partners')
    wait_still(app)
    yield 'partners', app.node
    yield from tour_partners_table(app)
    app.run_action('win.go-back')
    app.run_action('win.show-learners')


def form_groups(app):
    """Plan an activity in groups of the sample class again, with new partners; its groups are formed and judged then."""
    app.run_action('win.show-activities')
    wait_still(app)
    start_search(app)
    app.set_text(app.find_all('entry')[-1], 'bridges')
    wait_still(app)
    app.keys('Return')
    held = flow.wait_for(lambda: holder_of(app, 'activity.next-partners'), 5.0, 'an activity that was held in groups')
    app.click(held, 'activity.next-partners')
    flow.wait_for(lambda: holder_of(app, 'activity.compare'), 20.0, 'groups that were formed')
    wait_still(app)


def rule_rows(app):
    """The rows of the page of an activity that open the rules for its groups: the only ones beside numbers to set."""
    for holder in flow.parts_of(app.node):
        if holder.role in ('list', 'list box') and any(part.role == 'spin button' for part in holder.walk()):
            return [row.node() for row in holder.children
                    if not any(part.role in ('spin button', 'check box', 'switch', 'toggle button') for part in row.walk())]
    return []


def open_row(app, row):
    """Open the window of a row, which has no action for that, by the keyboard; return the window."""
    before = windows_of(app)
    for _ in range(80):
        if flow.has_state(row, flow.Atspi.StateType.FOCUSED):
            break
        app.keys('Tab')
        flow.time.sleep(0.05)                       # else the focus may be gone again before it is seen
    app.keys('Return')
    flow.wait_for(lambda: len(windows_of(app)) > len(before), 5.0, 'the window of a row')
    return windows_of(app)[-1]


def go_back_to_search(app):
    """Go back, first to what led to the page that is shown, until no activity is shown any more; return the search."""
    for _ in range(3):
        app.run_action('win.go-back')
        wait_still(app)
        if holder_of(app, 'activity.edit') is None:
            break
    return flow.wait_for(lambda: app.find_all('entry'), 5.0, 'the search')[-1]


def tour_formed(app):
    """Yield the page of an activity whose groups were formed, and the windows that opens."""
    form_groups(app)
    yield 'formed', app.node
    window = open_window(app, 'activity.compare', holder_of(app, 'activity.compare'))
    wait_still(app)
    yield 'compare', window
    close_window(app, window)
    for name, row in zip(('keep together', 'keep apart'), rule_rows(app)):
        window = open_row(app, row)
        yield name, window
        close_window(app, window)
    app.set_text(go_back_to_search(app), '')
    app.run_action('win.show-learners')


def tour_goal_pages(app):
    """The same, with everything the page of a goal can turn into."""
    yield from tour_goal_statuses(app, tour_goal_parts)


def tour_activity_windows(app):
    """Yield what the activity whose page is shown opens, when it has groups."""
    for action, name in ACTIVITY_WINDOWS:
        page = holder_of(app, action)
        if page is not None:
            window = open_window(app, action, page)
            if window is not None:                      # else nobody is in a group, which is said
                yield name, window
                close_window(app, window)


def tour(app):
    """Yield the name of each page of a class, and the window, while it is on the screen; then those of all windows."""
    learners = list_of_learners(app)
    yield 'list', app.node
    app.run_action('win.new-learner')
    flow.wait_for(lambda: app.find_all('text'), 5.0, 'the page of a learner')
    app.select_row(learners, 0)
    flow.wait_for(lambda: flow.has_state(learners.get_child_at_index(0), flow.Atspi.StateType.SELECTED), 5.0, 'two')
    yield 'several learners', app.node
    app.click(learners, 'list.unselect-all')
    app.select_row(learners, 1)
    app.run_action('win.edit-names')
    flow.wait_for(lambda: app.find_all('text'), 5.0, 'the page of a learner')
    yield 'learner', app.node
    yield from tour_learner_windows(app)
    yield from tour_conference(app)
    yield from tour_round(app)
    app.run_action('win.delete-learner')
    yield from tour_windows(app)
    yield from tour_goals(app)
    yield from tour_activities(app)
