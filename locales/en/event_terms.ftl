# How an event is described, wherever it is told.

subject-name = { $subject ->
        [repair] repair and reuse
        [food] cooking and food
        [mobility] bikes and getting around
        [nature] gardens and nature
        [energy] energy and climate
        [culture] shows and parties
        [exhibition] exhibitions
        [debate] debates and meetings
        [solidarity] solidarity
        [worksite] work days
        [learning] workshops and training
       *[digital] free software
    }

access-name = { $code ->
        [step_free] step-free
        [toilets] accessible toilets
        [hearing_loop] hearing loop
        [sign_language] sign language
        [sight] suited to people with low vision
       *[easy_words] in easy words
    }

cost-name = { $cost ->
        [free] free
        [open] pay what you can
       *[paid] paid
    }
